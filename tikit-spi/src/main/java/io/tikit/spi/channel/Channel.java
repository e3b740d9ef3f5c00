package io.tikit.spi.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.delivery.Receipt;
import java.util.EnumSet;
import java.util.Set;

/**
 * A way by which people outside talk with the desk. One part serves all tenants of an engine; each message names its
 * tenant. The engine calls {@link #open} once, then {@link #deliver} from several threads and on several nodes, then
 * {@link #close}; each call is bounded in time by an interrupt of its thread. Safe for use by several threads.
 *
 * <p>Neither bodies nor addresses nor secrets get into logs or messages of exceptions.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Channel extends AutoCloseable {
    /**
     * What the channel can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<ChannelCapability> capabilities() {
        return EnumSet.allOf(ChannelCapability.class);
    }

    /**
     * How much a message may hold. The engine shortens or links what is larger; {@link #deliver} rejects it. Always the
     * same answer, also before the opening.
     *
     * @return the limits, none unless overridden
     */
    default ChannelLimits limits() {
        return ChannelLimits.NONE;
    }

    /**
     * Connects and starts to bring messages in, on threads of the channel. A failure to connect that may pass is no
     * failure of the opening: the channel goes on trying by itself, and deliveries fail meanwhile.
     *
     * @param inbox takes what comes in, until the channel is closed
     */
    void open(ChannelInbox inbox);

    /**
     * Hands a message over to the other side.
     *
     * <p>The engine delivers again under the same {@link OutboundMessage#key()} when it does not know the outcome, on
     * this node or another one, at once or days later. The receipt then names the same external id, so make the id from
     * the key; where the other side knows idempotency keys, give it this one, so that people get the message once.
     *
     * @param message the message
     * @return the outcome, for good
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if it may go better later, as when the
     *     other side cannot be reached, is busy, or the channel is closed; with code NOT_SUPPORTED if the message needs
     *     a capability that the channel leaves out
     */
    Receipt deliver(OutboundMessage message);

    /**
     * Stops bringing in, waits until calls of the inbox have returned, and disconnects. Nothing is brought in after the
     * return. A second call does nothing.
     */
    @Override
    void close();
}

package io.tikit.spi.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a channel can do. A channel has all of them unless it says otherwise; the contract kit tests each that it has, and
 * that it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ChannelCapability {
    /** Delivers messages. Without it {@link Channel#deliver} is refused with NOT_SUPPORTED. */
    OUTBOUND,
    /** Brings messages in. Without it the inbox is never called. */
    INBOUND,
    /**
     * Knows which message answers which. Without it, messages that come in name none that they answer; references of
     * messages that go out may be passed over.
     */
    THREADING,
    /**
     * Carries files both ways. Without it, a message with files is refused with NOT_SUPPORTED, rather than delivered
     * without them; the engine puts links into the text instead.
     */
    FILES
}

package io.tikit.spi.notification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.delivery.Receipt;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells people what happened. Whom to tell of what, when, in which language and how often is decided before; a notifier
 * only carries. One part serves all tenants of an engine. The engine calls {@link #open} once, then {@link #send} from
 * several threads and on several nodes, then {@link #close}; each call is bounded in time by an interrupt of its thread.
 * Safe for use by several threads.
 *
 * <p>Neither texts nor addresses nor secrets get into logs or messages of exceptions.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Notifier extends AutoCloseable {
    /**
     * What the notifier can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<NotifierCapability> capabilities() {
        return EnumSet.allOf(NotifierCapability.class);
    }

    /**
     * Makes ready. A failure to connect that may pass is no failure of the opening: sending fails meanwhile.
     */
    default void open() {}

    /**
     * Tells one person.
     *
     * <p>The engine sends again under the same {@link Notification#key()} when it does not know the outcome, on this
     * node or another one. The receipt then names the same external id, so make the id from the key; where the other
     * side knows idempotency keys, give it this one, so that the person is told once.
     *
     * @param notification whom to tell what
     * @return the outcome, for good
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if it may go better later, as when the
     *     other side cannot be reached, is busy, or the notifier is closed; with code NOT_SUPPORTED if the notification
     *     needs a capability that the notifier leaves out
     */
    Receipt send(Notification notification);

    /** Disconnects. A second call does nothing. */
    @Override
    default void close() {}
}

package io.tikit.spi.notification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a notifier can do. A notifier has all of them unless it says otherwise; the contract kit tests each that it has,
 * and that it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum NotifierCapability {
    /** Carries a link. Without it a notification with one is refused with NOT_SUPPORTED. */
    LINK,
    /**
     * Lets a notification take the place of the earlier one of the same topic at the recipient. Without it a
     * notification with a topic is refused with NOT_SUPPORTED.
     */
    TOPIC
}

package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How soon a ticket wants attention (REQ-TM-021), in ascending order.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum Priority {
    /** Whenever there is time. */
    LOW,
    /** In its turn; the default. */
    MEDIUM,
    /** Before others. */
    HIGH,
    /** Now. */
    CRITICAL
}

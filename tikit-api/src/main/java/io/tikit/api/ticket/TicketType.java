package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What kind of matter a ticket is.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum TicketType {
    /** Somebody wants to know or have something; the default. */
    QUESTION,
    /** Something does not work. */
    INCIDENT,
    /** The cause behind incidents. */
    PROBLEM,
    /** Something is to be done. */
    TASK,
    /** Something is to be altered. */
    CHANGE
}

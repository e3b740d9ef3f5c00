package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Why somebody did not get a ticket. The list grows.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum PassedOver {
    /** Was never set up as an agent with a capacity. */
    NOT_SET_UP,
    /** May not work on tickets any more. */
    INACTIVE,
    /** Is not at work, or gave no sign for too long. */
    OFFLINE,
    /** Takes no new tickets at the moment. */
    AWAY,
    /** The shift has not begun or is over. */
    OFF_SHIFT,
    /** Is absent, and so is every substitute. */
    ABSENT,
    /** Put the ticket back into the queue, or left it alone until it came back. */
    PUT_BACK,
    /** Another ticket of this weight would be more than the capacity. */
    FULL,
    /** Lacks a required skill or its level. */
    LACKS_SKILL,
    /** Lacks a preferred skill, which is still insisted upon. */
    LACKS_PREFERRED_SKILL,
    /** Somebody else was suggested for the ticket or had it before. */
    ANOTHER_SUGGESTED,
    /** Somebody else has more of the preferred skills. */
    LESS_SKILLED,
    /** Somebody else has more room. */
    MORE_LOADED,
    /** Somebody else's turn comes first. */
    LATER_IN_TURN
}

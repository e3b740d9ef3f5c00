package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How a ticket came to where it is, or left it. The list grows.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum AssignmentCause {
    /** Somebody said so, when the ticket was created or later. */
    ASSIGNED,
    /** The agent took it from the queue. */
    TAKEN,
    /** The agent took it from somebody else. */
    STOLEN,
    /** It was put back into the queue by hand. */
    RELEASED,
    /** A rule of the desk chose the team. */
    RULE,
    /** The routing of the team chose the agent, or another team in the end. */
    ROUTED,
    /** It was put back into the queue because its agent did not touch it in time or went away. */
    RETURNED,
    /** The engine did it for another reason, such as that the agent left the desk. */
    OTHER
}

package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Why somebody got a ticket. The list grows.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum AssignmentReason {
    /** It was the agent's turn. */
    ROUND_ROBIN,
    /** The agent had the most room. */
    LEAST_LOADED,
    /** The agent has the skills. */
    SKILLED,
    /** The agent had the ticket before. */
    PREVIOUS_AGENT,
    /** The agent was suggested by a rule. */
    SUGGESTED,
    /** Nobody qualified in time, and the team names this agent for that case. */
    FALLBACK
}

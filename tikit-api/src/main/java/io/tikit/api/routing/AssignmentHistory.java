package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * With whom a ticket was, from when to when, and why (REQ-TM-013, REQ-TM-014), with what follows from it.
 *
 * @param ticket the ticket
 * @param intervals the latest 1,000, one after the other, without those in which it was with nobody at all; the counts and
 *     times beside them are of all
 * @param agentBounces how often the ticket came back to an agent after another one had had it
 * @param teamBounces how often the ticket came back to a team after another one had had it
 * @param agents how long each agent had it while it was open
 * @param teams how long each team had it while it was open, waiting in its queue included
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AssignmentHistory(
        TicketId ticket,
        List<AssignmentInterval> intervals,
        int agentBounces,
        int teamBounces,
        Map<UserId, OwnershipTime> agents,
        Map<TeamId, OwnershipTime> teams) {
    /** Copies the lists. */
    public AssignmentHistory {
        Objects.requireNonNull(ticket, "ticket");
        intervals = List.copyOf(intervals);
        agents = Map.copyOf(agents);
        teams = Map.copyOf(teams);
    }
}

package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes open tickets away from an agent who does not touch them, as the team's routing says: one ticket that lay too long, or
 * all that the agent has of the team if the agent is away or absent. They go to whoever stands in for the agent, if the team
 * wants that, or back into the queue, from where others get them first. The result says how many. The engine does so by
 * itself, and nobody else may.
 *
 * @param agent from whom
 * @param team of which team
 * @param ticket which ticket, if it is one; empty for all of an agent who is not there
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ReturnTickets(UserId agent, TeamId team, Optional<TicketId> ticket) implements Command<Integer> {
    /** Checks that nothing is null. */
    public ReturnTickets {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(ticket, "ticket");
    }
}

package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a ticket is where it is.
 *
 * @param ticket the ticket
 * @param team the last decision of a rule about its team; empty when people or callers chose the team
 * @param agent the last decision about its agent; empty when people chose the agent or nobody has it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RoutingExplanation(TicketId ticket, Optional<ByRule> team, Optional<ByStrategy> agent) {
    /** Checks that nothing is null. */
    public RoutingExplanation {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(agent, "agent");
    }

    /**
     * A rule chose the team.
     *
     * @param team which team
     * @param rule the key of the rule's document
     * @param version the version of the document
     * @param points what each team had where several were possible; empty otherwise
     * @param event the event of the command in which it was decided
     * @param at when
     */
    public record ByRule(TeamId team, String rule, long version, Map<TeamId, Long> points, EventId event, Instant at) {
        /** Copies the points. */
        public ByRule {
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(rule, "rule");
            points = Map.copyOf(points);
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The team's routing chose the agent.
     *
     * @param agent who
     * @param reason why
     * @param setup the key of the team's document of kind {@code team-routing}
     * @param passedOver why others did not get it, at most 50 of them; empty for callers who neither work on the ticket
     *     in its team nor hold the permission to change agents
     * @param event the event of the command in which it was decided
     * @param at when
     */
    public record ByStrategy(
            UserId agent,
            AssignmentReason reason,
            String setup,
            Map<UserId, PassedOver> passedOver,
            EventId event,
            Instant at) {
        /** Copies the others. */
        public ByStrategy {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(setup, "setup");
            passedOver = Map.copyOf(passedOver);
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(at, "at");
        }
    }
}

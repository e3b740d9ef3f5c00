package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where past tickets would have gone by other rules, beside the present ones and what really happened.
 *
 * @param tickets how many were looked at; those with a team that somebody gave are not among them, since no rule is asked
 *     about such
 * @param given how many had a team that somebody gave
 * @param complete whether all tickets of the time were looked at
 * @param counts how many went where
 * @param differences about how many tickets the drafts say something else than the present rules
 * @param samples some of them, at most {@link #MOST_SAMPLES}, the earliest first
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RoutingSimulation(
        int tickets, int given, boolean complete, Counts counts, int differences, List<Difference> samples) {
    /** More samples than this are not given. */
    public static final int MOST_SAMPLES = 50;

    /** Copies the list. */
    public RoutingSimulation {
        Objects.requireNonNull(counts, "counts");
        samples = List.copyOf(samples);
    }

    /**
     * How many tickets went where. Those that went nowhere are in none of the maps.
     *
     * @param drafts by the drafts
     * @param present by the rules as they are now
     * @param sent where they were when they had been created
     * @param ended where they are now
     * @param draftsRight how many the drafts send where they are now
     * @param presentRight how many the present rules send where they are now
     */
    public record Counts(
            Map<TeamId, Integer> drafts,
            Map<TeamId, Integer> present,
            Map<TeamId, Integer> sent,
            Map<TeamId, Integer> ended,
            int draftsRight,
            int presentRight) {
        /** Copies the maps. */
        public Counts {
            drafts = Map.copyOf(drafts);
            present = Map.copyOf(present);
            sent = Map.copyOf(sent);
            ended = Map.copyOf(ended);
        }
    }

    /**
     * A ticket about which the drafts say something else.
     *
     * @param ticket which ticket
     * @param drafts what they say; empty if none of them holds
     * @param present what the present rules say; empty if none of them holds
     * @param sent the team it was with when it had been created; empty if with none
     * @param ended the team it is with at present; empty if with none
     */
    public record Difference(
            TicketId ticket,
            Optional<Told> drafts,
            Optional<Told> present,
            Optional<TeamId> sent,
            Optional<TeamId> ended) {
        /** Checks that nothing is null. */
        public Difference {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(drafts, "drafts");
            Objects.requireNonNull(present, "present");
            Objects.requireNonNull(sent, "sent");
            Objects.requireNonNull(ended, "ended");
        }
    }

    /**
     * What rules say about a ticket.
     *
     * @param team where it goes
     * @param rule the key of the rule that says so, the first of its team
     * @param points what each team has; of one team alone where the first rule that holds wins
     */
    public record Told(TeamId team, String rule, Map<TeamId, Integer> points) {
        /** Copies the points. */
        public Told {
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(rule, "rule");
            points = Map.copyOf(points);
        }
    }
}

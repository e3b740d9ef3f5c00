package io.tikit.core.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.routing.RoutingSimulation;
import io.tikit.api.routing.RoutingSimulation.Told;
import io.tikit.api.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a simulation has counted so far. For one thread. */
final class SimulationTally {
    private final Map<TeamId, Integer> byDrafts = new HashMap<>();
    private final Map<TeamId, Integer> byPresent = new HashMap<>();
    private final Map<TeamId, Integer> sentTo = new HashMap<>();
    private final Map<TeamId, Integer> endedAt = new HashMap<>();
    private final List<RoutingSimulation.Difference> samples = new ArrayList<>();
    private int tickets;
    private int given;
    private int draftsRight;
    private int presentRight;
    private int differences;

    void given() {
        given++;
    }

    int seen() {
        return tickets + given;
    }

    void add(
            TicketId ticket,
            Optional<Told> drafts,
            Optional<Told> present,
            Optional<TeamId> sent,
            Optional<TeamId> ended) {
        tickets++;
        Optional<TeamId> draft = drafts.map(Told::team);
        Optional<TeamId> now = present.map(Told::team);
        count(byDrafts, draft);
        count(byPresent, now);
        count(sentTo, sent);
        count(endedAt, ended);
        draftsRight += draft.equals(ended) ? 1 : 0;
        presentRight += now.equals(ended) ? 1 : 0;
        if (!draft.equals(now)) {
            differences++;
            if (samples.size() < RoutingSimulation.MOST_SAMPLES) {
                samples.add(new RoutingSimulation.Difference(ticket, drafts, present, sent, ended));
            }
        }
    }

    private static void count(Map<TeamId, Integer> counts, Optional<TeamId> team) {
        team.ifPresent(id -> counts.merge(id, 1, Integer::sum));
    }

    RoutingSimulation result(boolean complete) {
        return new RoutingSimulation(
                tickets,
                given,
                complete,
                new RoutingSimulation.Counts(byDrafts, byPresent, sentTo, endedAt, draftsRight, presentRight),
                differences,
                samples);
    }
}

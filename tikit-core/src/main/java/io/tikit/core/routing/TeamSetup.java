package io.tikit.core.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a team's routing.
 *
 * @param team whose
 * @param strategy how tickets find an agent
 * @param previousFirst whether somebody who had the ticket before comes first
 * @param needs what agents must know, by conditions on tickets
 * @param relaxations what is no longer asked for after a while
 * @param fallback what becomes of tickets for which nobody qualifies
 * @param returning what becomes of tickets that nobody touches
 * @param calendar the key of the calendar of the team's hours; empty for always
 */
record TeamSetup(
        TeamId team,
        Strategy strategy,
        boolean previousFirst,
        List<Need> needs,
        List<Relaxation> relaxations,
        Optional<Fallback> fallback,
        Optional<Returning> returning,
        Optional<String> calendar) {
    static final String KIND = "team-routing";

    TeamSetup {
        needs = List.copyOf(needs);
        relaxations = List.copyOf(relaxations);
    }

    /**
     * Skills for some tickets.
     *
     * @param when a condition in its text form; empty for every ticket
     * @param required without which nobody gets the ticket
     * @param preferred which are better to have
     */
    record Need(String when, Map<String, Integer> required, Map<String, Integer> preferred) {
        Need {
            required = Map.copyOf(required);
            preferred = Map.copyOf(preferred);
        }
    }

    /**
     * What is given up after a while.
     *
     * @param after how long a ticket has waited
     * @param preferred whether preferred skills are no longer insisted upon
     * @param skills required skills that are no longer required
     */
    record Relaxation(Duration after, boolean preferred, Set<String> skills) {
        Relaxation {
            skills = Set.copyOf(skills);
        }
    }

    /**
     * What becomes of a ticket that nobody qualifies for.
     *
     * @param after how long it has waited
     * @param team in whose queue it goes then
     * @param agent who gets it then, whatever the agent's skills, as far as the capacity reaches
     */
    record Fallback(Duration after, Optional<TeamId> team, Optional<UserId> agent) {}

    /**
     * When tickets come back from agents, in the hours of the team.
     *
     * @param untouched how long an agent who was given a ticket may leave it alone; empty for ever
     * @param away how long an agent may be away before the agent's tickets come back; empty for ever
     * @param toSubstitute whether those of somebody who is away go to whoever stands in
     */
    record Returning(Optional<Duration> untouched, Optional<Duration> away, boolean toSubstitute) {}

    /** Whether preferred skills hold tickets back until they are given up. */
    boolean insists() {
        return relaxations.stream().anyMatch(Relaxation::preferred);
    }
}

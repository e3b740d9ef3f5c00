package io.tikit.jpa;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.tck.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Faults of agents and queues, each with the test that is there for it. */
enum RoutingFault implements PlantedFault {
    FORGETS_SKILLS("agentsComeBackAsTheyWere", "RoutingRepository.save", (real, given) -> {
        Agent agent = (Agent) Objects.requireNonNull(given[0]);
        return real.with(
                new Agent(agent.user(), agent.presence(), agent.until(), agent.capacity(), Map.of(), agent.shifts()));
    }),
    LOCKS_NOBODY(
            "agentsAreLockedUntilTheUnitEnds",
            "Storage.begin",
            PlantedFault.atOnce(
                    "RoutingRepository.lockAll", (unit, which) -> unit.routing().lockAll(users(which[0])))),
    GIVES_AGENTS_IN_ANY_ORDER("agentsAreLockedUntilTheUnitEnds", "RoutingRepository.lockAll", (real, given) -> {
        List<Object> agents = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        Collections.reverse(agents);
        return agents;
    }),
    LISTS_WHAT_IS_OVER(
            "absencesLastUntilTheirEnd",
            "RoutingRepository.absences",
            (real, given) -> real.with(given[0], java.time.Instant.EPOCH, given[2])),
    FORGETS_SUBSTITUTES("absencesLastUntilTheirEnd", "RoutingRepository.insert", (real, given) -> {
        Absence absence = (Absence) Objects.requireNonNull(given[0]);
        return real.with(new Absence(absence.id(), absence.agent(), absence.from(), absence.to(), Optional.empty()));
    }),
    TAKES_NOTHING_BACK("absencesLastUntilTheirEnd", "RoutingRepository.remove", (real, given) -> false),
    GIVES_THE_TURN_TO_SEVERAL(
            "turnIsKeptAndTakenOneByOne", "RoutingRepository.lockTurn", (real, given) -> Optional.<UserId>empty()),
    FORGETS_WHOSE_TURN_IT_WAS("turnIsKeptAndTakenOneByOne", "RoutingRepository.turned", (real, given) -> null),
    COUNTS_FOR_ALL_AS_ONE("loadsAreOpenTicketsOfAgents", "RoutingRepository.loads", (real, given) -> {
        List<?> loads = (List<?>) Objects.requireNonNull(real.with(given));
        return loads.subList(0, loads.size() - 1);
    }),
    IGNORES_PRIORITIES(
            "queueIsInItsOrder",
            "RoutingRepository.waiting",
            (real, given) -> real.with(given[0], Duration.ZERO, given[2], given[3])),
    REPEATS_PAGES(
            "queueIsInItsOrder",
            "RoutingRepository.waiting",
            (real, given) -> ((Integer) Objects.requireNonNull(given[3])) == 7
                    ? real.with(given[0], given[1], Optional.empty(), 6)
                    : real.with(given)),
    SHOWS_OTHER_QUEUES("queueIsInItsOrder", "RoutingRepository.waiting", (real, given) -> {
        TeamId team = (TeamId) Objects.requireNonNull(given[0]);
        return real.with(
                new TeamId(new java.util.UUID(team.value().getMostSignificantBits(), 1)), given[1], given[2], given[3]);
    });

    private final Plan plan;

    RoutingFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    private static List<UserId> users(@org.jspecify.annotations.Nullable Object given) {
        List<UserId> users = new ArrayList<>();
        ((Collection<?>) Objects.requireNonNull(given)).forEach(user -> users.add((UserId) user));
        return users;
    }
}

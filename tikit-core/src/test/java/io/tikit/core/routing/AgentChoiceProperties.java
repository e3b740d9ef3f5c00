package io.tikit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.ticket.TicketId;
import io.tikit.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever waits and whoever is there: what always holds of the choice. */
class AgentChoiceProperties {
    private static final List<String> SKILLS = List.of("vpn", "german", "sap");

    private static UserId user(int number) {
        return new UserId(new UUID(number % 2 == 0 ? -number - 1L : number, number));
    }

    private static TicketId ticket(int number) {
        return new TicketId(new UUID(7, number));
    }

    private static AgentChoice.Seeker seeker(int number, int weight) {
        return new AgentChoice.Seeker(
                ticket(number),
                weight,
                Map.of(),
                Map.of(),
                false,
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, Integer> skills(Random random, int highest) {
        Map<String, Integer> skills = new TreeMap<>();
        SKILLS.forEach(skill -> {
            int level = random.nextInt(highest + 2) - 1;
            if (level > 0) {
                skills.put(skill, level);
            }
        });
        return skills;
    }

    private static List<AgentChoice.Candidate> crew(Random random) {
        List<AgentChoice.Candidate> crew = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            Optional<PassedOver> out = random.nextInt(5) == 0 ? Optional.of(PassedOver.AWAY) : Optional.empty();
            crew.add(new AgentChoice.Candidate(
                    user(i), out, random.nextInt(9) == 0, random.nextInt(12), skills(random, 9), random.nextInt(8)));
        }
        return crew;
    }

    private static List<AgentChoice.Seeker> seekers(Random random) {
        List<AgentChoice.Seeker> seekers = new ArrayList<>();
        for (int i = 0; i < random.nextInt(30); i++) {
            Map<UserId, AssignmentReason> wanted = new LinkedHashMap<>();
            if (random.nextInt(4) == 0) {
                wanted.put(user(random.nextInt(8)), AssignmentReason.SUGGESTED);
            }
            Optional<TeamSetup.Fallback> fallback = random.nextInt(5) != 0
                    ? Optional.empty()
                    : Optional.of(new TeamSetup.Fallback(
                            Duration.ZERO,
                            random.nextBoolean() ? Optional.of(new TeamId(new UUID(1, 1))) : Optional.empty(),
                            Optional.of(user(random.nextInt(8)))));
            seekers.add(new AgentChoice.Seeker(
                    ticket(i),
                    random.nextInt(4),
                    skills(random, 3),
                    skills(random, 5),
                    random.nextBoolean(),
                    wanted,
                    random.nextInt(4) == 0 ? Set.of(user(random.nextInt(4)), user(4 + random.nextInt(4))) : Set.of(),
                    random.nextInt(3) == 0 ? Optional.of(user(random.nextInt(8))) : Optional.empty(),
                    fallback));
        }
        return seekers;
    }

    private static Strategy strategy(Random random) {
        return List.of(Strategy.ROUND_ROBIN, Strategy.LEAST_LOADED, Strategy.SKILL_BASED)
                .get(random.nextInt(3));
    }

    @Property(tries = 1_000)
    void nobodyGetsMoreThanTheCapacityOrLacksWhatIsRequired(@ForAll long seed) {
        Random random = new Random(seed);
        List<AgentChoice.Candidate> crew = crew(random);
        List<AgentChoice.Seeker> seekers = seekers(random);
        Strategy strategy = strategy(random);
        AgentChoice.Outcome outcome = AgentChoice.choose(strategy, seekers, crew, Optional.of(user(3)), 20);
        Map<TicketId, AgentChoice.Seeker> byId = new HashMap<>();
        seekers.forEach(one -> byId.put(one.ticket(), one));
        Map<UserId, AgentChoice.Candidate> agents = new HashMap<>();
        crew.forEach(one -> agents.put(one.user(), one));
        Map<UserId, Long> loads = new HashMap<>();
        crew.forEach(one -> loads.put(one.user(), one.load()));
        for (AgentChoice.Pick pick : outcome.picks()) {
            AgentChoice.Seeker seeker = byId.get(pick.ticket());
            AgentChoice.Candidate agent = agents.get(pick.agent());
            long load = loads.merge(pick.agent(), (long) seeker.weight(), Long::sum);
            assertThat(load).isLessThanOrEqualTo(agent.capacity());
            assertThat(agent.out()).isEmpty();
            if (pick.reason() != AssignmentReason.FALLBACK && seeker.last().equals(Optional.of(pick.agent()))) {
                assertThat(pick.passedOver().values())
                        .doesNotContain(
                                PassedOver.LATER_IN_TURN,
                                PassedOver.MORE_LOADED,
                                PassedOver.LESS_SKILLED,
                                PassedOver.ANOTHER_SUGGESTED);
            }
            if (pick.reason() != AssignmentReason.FALLBACK) {
                assertThat(seeker.never()).doesNotContain(pick.agent());
                assertThat(AgentChoice.holds(agent.skills(), seeker.required())).isTrue();
                assertThat(!seeker.insists() || AgentChoice.holds(agent.skills(), seeker.preferred()))
                        .isTrue();
                assertThat(agent.guest()).isFalse();
            }
            assertThat(pick.passedOver()).doesNotContainKey(pick.agent());
            assertThat(pick.passedOver().keySet())
                    .containsAll(crew.stream()
                            .filter(one -> !one.guest() && !one.user().equals(pick.agent()))
                            .map(AgentChoice.Candidate::user)
                            .toList());
        }
        Set<TicketId> told = new HashSet<>();
        outcome.picks().forEach(pick -> assertThat(told.add(pick.ticket())).isTrue());
        outcome.left().keySet().forEach(id -> assertThat(told.add(id)).isTrue());
        outcome.moves().keySet().forEach(id -> assertThat(told.add(id)).isTrue());
        assertThat(outcome.picks().size() + outcome.moves().size()).isLessThanOrEqualTo(20);
        assertThat(AgentChoice.choose(strategy, seekers, crew, Optional.of(user(3)), 20))
                .isEqualTo(outcome);
    }

    /** A ticket is left only if at that moment nobody could have taken it, so none starves behind another. */
    @Property(tries = 1_000)
    void whatSomebodyCouldTakeIsNotLeft(@ForAll long seed) {
        Random random = new Random(seed);
        List<AgentChoice.Candidate> crew = crew(random);
        List<AgentChoice.Seeker> seekers = seekers(random);
        AgentChoice.Outcome outcome = AgentChoice.choose(strategy(random), seekers, crew, Optional.empty(), 1_000);
        Map<UserId, Long> loads = new HashMap<>();
        crew.forEach(one -> loads.put(one.user(), one.load()));
        Map<TicketId, AgentChoice.Pick> picks = new HashMap<>();
        outcome.picks().forEach(pick -> picks.put(pick.ticket(), pick));
        for (AgentChoice.Seeker seeker : seekers) {
            AgentChoice.Pick pick = picks.get(seeker.ticket());
            if (pick != null) {
                loads.merge(pick.agent(), (long) seeker.weight(), Long::sum);
            } else {
                assertThat(crew)
                        .noneMatch(one -> one.out().isEmpty()
                                && !one.guest()
                                && !seeker.never().contains(one.user())
                                && loads.getOrDefault(one.user(), 0L) + seeker.weight() <= one.capacity()
                                && AgentChoice.holds(one.skills(), seeker.required())
                                && (!seeker.insists() || AgentChoice.holds(one.skills(), seeker.preferred())));
            }
        }
    }

    @Property(tries = 500)
    @Requirement("REQ-TM-010")
    void turnsDifferByOneAtMostOverAnySequence(@ForAll @IntRange(min = 1, max = 9) int agents, @ForAll long seed) {
        Random random = new Random(seed);
        Map<UserId, Integer> counts = new HashMap<>();
        List<AgentChoice.Candidate> crew = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            crew.add(new AgentChoice.Candidate(
                    user(i), Optional.empty(), false, 1_000_000, Map.of(), random.nextInt(50)));
            counts.put(user(i), 0);
        }
        Optional<UserId> last = Optional.empty();
        for (int turn = 0; turn < 20; turn++) {
            List<AgentChoice.Seeker> seekers = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                seekers.add(seeker(turn * 10 + i, 1));
            }
            AgentChoice.Outcome outcome =
                    AgentChoice.choose(Strategy.ROUND_ROBIN, seekers, crew, last, 1 + random.nextInt(6));
            outcome.picks().forEach(pick -> counts.merge(pick.agent(), 1, Integer::sum));
            last = outcome.last();
            int most = counts.values().stream().max(Integer::compare).orElseThrow();
            int least = counts.values().stream().min(Integer::compare).orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 500)
    @Requirement("REQ-TM-012")
    void theLeastLoadedIsNeverFullerThanSomebodyWhoHadRoom(@ForAll long seed) {
        Random random = new Random(seed);
        List<AgentChoice.Candidate> crew = new ArrayList<>();
        Map<UserId, Long> loads = new HashMap<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            crew.add(new AgentChoice.Candidate(
                    user(i), Optional.empty(), false, 1 + random.nextInt(20), Map.of(), random.nextInt(10)));
            loads.put(user(i), crew.get(i).load());
        }
        List<AgentChoice.Seeker> seekers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            seekers.add(seeker(i, 1 + random.nextInt(3)));
        }
        for (AgentChoice.Pick pick : AgentChoice.choose(Strategy.LEAST_LOADED, seekers, crew, Optional.empty(), 100)
                .picks()) {
            int weight = seekers.get((int) pick.ticket().value().getLeastSignificantBits())
                    .weight();
            AgentChoice.Candidate chosen = crew.stream()
                    .filter(one -> one.user().equals(pick.agent()))
                    .findFirst()
                    .orElseThrow();
            double fullness = loads.get(chosen.user()) / (double) chosen.capacity();
            assertThat(crew)
                    .noneMatch(one -> loads.get(one.user()) + weight <= one.capacity()
                            && loads.get(one.user()) / (double) one.capacity() < fullness - 1e-9);
            loads.merge(pick.agent(), (long) weight, Long::sum);
        }
    }

    @Property(tries = 500)
    @Requirement("REQ-TM-011")
    void whatIsAskedForNeverGrowsByWaiting(@ForAll long seed) {
        Random random = new Random(seed);
        List<TeamSetup.Relaxation> steps = new ArrayList<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            steps.add(new TeamSetup.Relaxation(
                    Duration.ofMinutes(random.nextInt(60)),
                    random.nextBoolean(),
                    random.nextBoolean() ? Set.of(SKILLS.get(random.nextInt(3))) : Set.of()));
        }
        TeamSetup setup = new TeamSetup(
                new TeamId(new UUID(1, 1)),
                Strategy.SKILL_BASED,
                false,
                List.of(),
                steps,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Map<String, Integer> required = skills(random, 9);
        Map<String, Integer> preferred = skills(random, 9);
        CompiledSetup.Wants before = CompiledSetup.relaxed(setup, required, preferred, Duration.ZERO);
        for (int minute = 1; minute <= 60; minute++) {
            CompiledSetup.Wants after = CompiledSetup.relaxed(setup, required, preferred, Duration.ofMinutes(minute));
            assertThat(before.required()).containsAllEntriesOf(after.required());
            assertThat(before.insists() || !after.insists()).isTrue();
            before = after;
        }
    }
}

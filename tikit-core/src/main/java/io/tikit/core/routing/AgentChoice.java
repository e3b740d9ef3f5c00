package io.tikit.core.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses agents for tickets that wait. Pure: the same tickets, candidates and turn lead to the same choices. Tickets are
 * served in the order given, each by whoever is best at that moment, so that one that nobody can take holds up none behind
 * it.
 */
final class AgentChoice {
    private final Strategy strategy;
    private final List<Candidate> candidates;
    private final Map<UserId, Long> loads = new HashMap<>();
    private @Nullable UserId last;

    private AgentChoice(Strategy strategy, Collection<Candidate> candidates, Optional<UserId> last) {
        this.strategy = strategy;
        this.candidates = candidates.stream()
                .sorted((a, b) -> compare(a.user().value(), b.user().value()))
                .toList();
        this.candidates.forEach(one -> loads.put(one.user(), one.load()));
        this.last = last.orElse(null);
    }

    /**
     * A ticket that wants an agent.
     *
     * @param weight how many points of capacity it takes
     * @param required what its agent must know
     * @param preferred what its agent had better know
     * @param insists whether it waits for somebody with the preferred skills
     * @param wanted who comes first, in this order
     * @param never who put it back and gets it only as the fallback
     * @param last from whom it came back and who gets it only if nobody else can
     * @param fallback where it goes if nobody qualifies
     */
    record Seeker(
            TicketId ticket,
            int weight,
            Map<String, Integer> required,
            Map<String, Integer> preferred,
            boolean insists,
            Map<UserId, AssignmentReason> wanted,
            Set<UserId> never,
            Optional<UserId> last,
            Optional<TeamSetup.Fallback> fallback) {}

    /**
     * Somebody who may get tickets.
     *
     * @param out why the agent gets none at all; empty for one who may
     * @param guest whether the agent is only there for tickets that nobody else qualifies for
     * @param load how many points the agent's open tickets have
     */
    record Candidate(
            UserId user,
            Optional<PassedOver> out,
            boolean guest,
            int capacity,
            Map<String, Integer> skills,
            long load) {}

    /** A ticket and who gets it. */
    record Pick(TicketId ticket, UserId agent, AssignmentReason reason, Map<UserId, PassedOver> passedOver) {}

    /**
     * What was chosen.
     *
     * @param picks who gets what
     * @param moves which tickets go to which other team
     * @param left tickets that go on waiting, with why nobody gets them
     * @param last whose turn it was last
     */
    record Outcome(
            List<Pick> picks,
            Map<TicketId, TeamId> moves,
            Map<TicketId, Map<UserId, PassedOver>> left,
            Optional<UserId> last) {}

    /**
     * Chooses.
     *
     * @param seekers in the order in which they are served
     * @param last who got a ticket last
     * @param most how many tickets to give away at most
     */
    static Outcome choose(
            Strategy strategy,
            List<Seeker> seekers,
            Collection<Candidate> candidates,
            Optional<UserId> last,
            int most) {
        return new AgentChoice(strategy, candidates, last).choose(seekers, most);
    }

    private Outcome choose(List<Seeker> seekers, int most) {
        List<Pick> picks = new ArrayList<>();
        Map<TicketId, TeamId> moves = new LinkedHashMap<>();
        Map<TicketId, Map<UserId, PassedOver>> left = new LinkedHashMap<>();
        for (Seeker seeker : seekers) {
            if (picks.size() + moves.size() == most) {
                break;
            }
            Map<UserId, PassedOver> passed = new LinkedHashMap<>();
            Optional<Pick> pick = pick(seeker, passed);
            if (pick.isPresent()) {
                picks.add(pick.get());
                last = pick.get().agent();
                loads.merge(pick.get().agent(), (long) seeker.weight(), Long::sum);
            } else if (seeker.fallback().flatMap(TeamSetup.Fallback::team).isPresent()) {
                moves.put(seeker.ticket(), seeker.fallback().get().team().get());
            } else {
                left.put(seeker.ticket(), passed);
            }
        }
        return new Outcome(picks, moves, left, Optional.ofNullable(last));
    }

    private Optional<Pick> pick(Seeker seeker, Map<UserId, PassedOver> passed) {
        List<Candidate> able = new ArrayList<>();
        for (Candidate one : inTurn()) {
            Optional<PassedOver> why = objection(seeker, one);
            why.ifPresent(reason -> passed.put(one.user(), reason));
            if (why.isEmpty() && !one.guest()) {
                able.add(one);
            }
        }
        if (able.size() > 1
                && able.removeIf(one -> seeker.last().filter(one.user()::equals).isPresent())) {
            passed.put(seeker.last().orElseThrow(), PassedOver.PUT_BACK);
        }
        for (Map.Entry<UserId, AssignmentReason> wanted : seeker.wanted().entrySet()) {
            for (Candidate one : able) {
                if (one.user().equals(wanted.getKey())) {
                    return picked(seeker, one, wanted.getValue(), able, PassedOver.ANOTHER_SUGGESTED, passed);
                }
            }
        }
        if (!able.isEmpty()) {
            return byStrategy(seeker, able, passed);
        }
        return seeker.fallback()
                .flatMap(TeamSetup.Fallback::agent)
                .flatMap(agent -> candidates.stream()
                        .filter(one -> one.user().equals(agent) && one.out().isEmpty() && hasRoom(seeker, one))
                        .findFirst())
                .flatMap(one ->
                        picked(seeker, one, AssignmentReason.FALLBACK, able, PassedOver.ANOTHER_SUGGESTED, passed));
    }

    private Optional<Pick> byStrategy(Seeker seeker, List<Candidate> able, Map<UserId, PassedOver> passed) {
        Candidate best = able.get(0);
        for (Candidate one : able) {
            if (isBetter(seeker, one, best)) {
                best = one;
            }
        }
        for (Candidate one : able) {
            if (!one.user().equals(best.user())) {
                passed.put(one.user(), why(seeker, one, best));
            }
        }
        AssignmentReason reason = switch (strategy) {
            case LEAST_LOADED -> AssignmentReason.LEAST_LOADED;
            case SKILL_BASED -> AssignmentReason.SKILLED;
            case ROUND_ROBIN, MANUAL -> AssignmentReason.ROUND_ROBIN;
        };
        passed.remove(best.user());
        return Optional.of(new Pick(seeker.ticket(), best.user(), reason, passed));
    }

    private static Optional<Pick> picked(
            Seeker seeker,
            Candidate one,
            AssignmentReason reason,
            List<Candidate> able,
            PassedOver others,
            Map<UserId, PassedOver> passed) {
        able.forEach(other -> passed.put(other.user(), others));
        passed.remove(one.user());
        return Optional.of(new Pick(seeker.ticket(), one.user(), reason, passed));
    }

    /** Whoever comes after the last one comes first, so that of equals each has a turn. */
    private List<Candidate> inTurn() {
        List<Candidate> turn = new ArrayList<>();
        UserId before = last;
        candidates.stream()
                .filter(one -> before == null || compare(one.user().value(), before.value()) > 0)
                .forEach(turn::add);
        candidates.stream().filter(one -> !turn.contains(one)).forEach(turn::add);
        return turn;
    }

    private Optional<PassedOver> objection(Seeker seeker, Candidate one) {
        if (one.out().isPresent()) {
            return one.out();
        }
        if (seeker.never().contains(one.user())) {
            return Optional.of(PassedOver.PUT_BACK);
        }
        if (!holds(one.skills(), seeker.required())) {
            return Optional.of(PassedOver.LACKS_SKILL);
        }
        if (seeker.insists() && !holds(one.skills(), seeker.preferred())) {
            return Optional.of(PassedOver.LACKS_PREFERRED_SKILL);
        }
        return hasRoom(seeker, one) ? Optional.empty() : Optional.of(PassedOver.FULL);
    }

    private boolean hasRoom(Seeker seeker, Candidate one) {
        return load(one) + seeker.weight() <= one.capacity();
    }

    private long load(Candidate one) {
        return loads.getOrDefault(one.user(), 0L);
    }

    private boolean isBetter(Seeker seeker, Candidate one, Candidate other) {
        return switch (strategy) {
            case ROUND_ROBIN, MANUAL -> false;
            case LEAST_LOADED -> hasMoreRoom(one, other);
            case SKILL_BASED -> {
                int difference = met(one, seeker) - met(other, seeker);
                yield difference > 0 || (difference == 0 && hasMoreRoom(one, other));
            }
        };
    }

    private PassedOver why(Seeker seeker, Candidate one, Candidate best) {
        if (strategy == Strategy.SKILL_BASED && met(one, seeker) < met(best, seeker)) {
            return PassedOver.LESS_SKILLED;
        }
        return strategy != Strategy.ROUND_ROBIN && hasMoreRoom(best, one)
                ? PassedOver.MORE_LOADED
                : PassedOver.LATER_IN_TURN;
    }

    /** Compares how full they are as fractions of their capacities, without dividing. */
    private boolean hasMoreRoom(Candidate one, Candidate other) {
        return load(one) * other.capacity() < load(other) * one.capacity();
    }

    private static int met(Candidate one, Seeker seeker) {
        return (int) seeker.preferred().entrySet().stream()
                .filter(skill -> one.skills().getOrDefault(skill.getKey(), 0) >= skill.getValue())
                .count();
    }

    static boolean holds(Map<String, Integer> skills, Map<String, Integer> wanted) {
        return wanted.entrySet().stream().allMatch(skill -> skills.getOrDefault(skill.getKey(), 0) >= skill.getValue());
    }

    /** As unsigned bytes, which is the order of ids everywhere. */
    static int compare(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}

package io.tikit.jpa;

import io.tikit.api.error.ConflictException;
import io.tikit.api.timer.Timer;
import io.tikit.spi.storage.TimerQueue;
import io.tikit.spi.storage.TimerQueue.Claim;
import io.tikit.tck.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Faults of timers, in units of work and in the queue, each with the test that is there for it. */
enum TimerFault implements PlantedFault {
    LOSES_THE_PAYLOAD("timersComeBackAsTheyWere", "TimerRepository.schedule", (real, given) -> {
        Timer t = (Timer) Objects.requireNonNull(given[0]);
        return real.with(new Timer(t.id(), t.handler(), t.key(), t.subject(), t.at(), "", t.cause()));
    }),
    SORTS_THE_OTHER_WAY(
            "timersComeBackAsTheyWere", "TimerRepository.about", (real, given) -> reversed(real.with(given))),
    KEEPS_THE_FIRST("sameKeyReplaces", "TimerRepository.schedule", new Faults.Lie() {
        private final Set<String> kept = new HashSet<>();

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            Timer timer = (Timer) Objects.requireNonNull(given[0]);
            return kept.add(timer.handler() + timer.key()) ? real.with(given) : null;
        }
    }),
    CANCELS_AT_ONCE(
            "rollBackLeavesTimersAsTheyWere",
            "Storage.begin",
            PlantedFault.atOnce(
                    "TimerRepository.cancel", (unit, which) -> unit.timers().cancel(text(which[0]), text(which[1])))),
    ALWAYS_SAYS_CANCELLED("cancelledTimerIsGone", "TimerRepository.cancel", (real, given) -> {
        real.with(given);
        return true;
    }),
    CANCELS_NOTHING("cancelledTimerIsGone", "TimerRepository.cancel", new Faults.Lie() {
        private boolean again = true;

        @Override
        public Object answer(Faults.Real real, @Nullable Object[] given) {
            again = !again;
            return !again;
        }
    }),
    ENDS_BEFORE_THE_COMMIT(
            "timerEndsWithItsUnit", "Storage.begin", PlantedFault.atOnce("TimerRepository.fire", (unit, which) -> {
                unit.timers().fire((Claim) Objects.requireNonNull(which[0]));
                return null;
            })),
    FIRES_NOTHING("timerEndsWithItsUnit", "TimerRepository.fire", (real, given) -> null),
    FIRES_STALE_CLAIMS("staleTimerIsNotDone", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (ConflictException e) {
            return null;
        }
    }),
    ENDS_WHAT_GOES_ON("timerGoesOn", "TimerRepository.schedule", new Faults.Lie() {
        private int count;

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            count++;
            return count == 2 ? null : real.with(given);
        }
    }),
    CLAIMS_FOR_AN_INSTANT(
            "dueTimersAreClaimedOnce",
            "TimerQueue.claim",
            (real, given) -> real.with(given[0], given[1], Duration.ofMillis(-1), given[3])),
    CLAIMS_EARLY(
            "dueTimersAreClaimedOnce",
            "TimerQueue.claim",
            (real, given) -> real.with(
                    given[0], ((Instant) Objects.requireNonNull(given[1])).plusMillis(1), given[2], given[3])),
    CLAIMS_THE_LATEST_FIRST("dueTimersAreClaimedOnce", "TimerQueue.claim", (real, given) -> reversed(real.with(given))),
    CLAIMS_FOR_OTHERS("dueTimersAreClaimedOnce", "TimerQueue.claim", (real, given) -> {
        List<Object> handlers = new ArrayList<>((Set<?>) Objects.requireNonNull(given[0]));
        handlers.add("b-" + handlers.get(0));
        return real.with(Set.copyOf(handlers), given[1], given[2], given[3]);
    }),
    PROLONGS_ANYTHING("dueTimersAreClaimedOnce", "TimerQueue.prolong", (real, given) -> {
        real.with(given);
        return List.copyOf((Collection<?>) Objects.requireNonNull(given[0]));
    }),
    RELEASES_NOTHING("dueTimersAreClaimedOnce", "TimerQueue.release", (real, given) -> null),
    TWO_CLAIM_THE_SAME("oneOfSeveralClaims", "TimerQueue.claim", new Faults.Lie() {
        private final List<Object> before = Collections.synchronizedList(new ArrayList<>());

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            List<Object> claims = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
            if (!claims.isEmpty() && !before.isEmpty()) {
                claims.add(before.get(0));
            }
            before.addAll(claims);
            return claims;
        }
    }),
    LOSES_A_CLAIM("oneOfSeveralClaims", "TimerQueue.claim", (real, given) -> {
        List<?> claims = (List<?>) Objects.requireNonNull(real.with(given));
        return claims.size() < 2 ? claims : claims.subList(1, claims.size());
    }),
    NEVER_TAKES_OVER("expiredClaimIsTakenOver", "TimerQueue.claim", new Faults.Lie() {
        private final Set<UUID> claimed = new HashSet<>();

        @Override
        public Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            return claims(real.with(given)).stream()
                    .filter(claim -> claimed.add(claim.timer().id()))
                    .toList();
        }
    }),
    NEVER_FENCES("expiredClaimIsTakenOver", "TimerQueue.claim", (real, given) -> fenced(real.with(given), 1)),
    FENCES_NO_RETRY("expiredClaimIsTakenOver", "TimerQueue.retry", (real, given) -> {
        Claim claim = (Claim) Objects.requireNonNull(given[0]);
        return real.with(new Claim(claim.tenant(), claim.timer(), claim.fence() + 1, 0), given[1], given[2], given[3]);
    }),
    DOES_IT_TWICE("oneOfTwoDoesIt", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (ConflictException e) {
            return null;
        }
    }),
    RETRIES_AT_ONCE(
            "retryWaits", "TimerQueue.retry", (real, given) -> real.with(given[0], given[1], Instant.EPOCH, given[3])),
    FORGETS_ATTEMPTS("retryWaits", "TimerQueue.retry", (real, given) -> real.with(given[0], 0, given[2], given[3])),
    LOSES_THE_DEAD("deadTimerIsRevived", "TimerQueue.bury", (real, given) -> null),
    REVIVES_ANYTHING("deadTimerIsRevived", "TimerQueue.revive", (real, given) -> {
        real.with(given);
        return true;
    }),
    FORGETS_WHY("deadTimerIsRevived", "TimerQueue.bury", (real, given) -> real.with(given[0], given[1], given[2], "")),
    TRIES_THE_DEAD("deadTimerIsRevived", "Storage.timers", (real, given) -> {
        TimerQueue timers = (TimerQueue) Objects.requireNonNull(real.with(given));
        Faults.Lie retry = (bury, which) -> {
            timers.retry((Claim) Objects.requireNonNull(which[0]), 1, Instant.EPOCH, "");
            return null;
        };
        return PlantedFault.lying("TimerQueue.bury", retry, TimerQueue.class, timers);
    }),
    SHOWS_THE_DEAD_OF_OTHERS("deadTimerIsRevived", "TimerQueue.dead", new Faults.Lie() {
        private List<?> last = List.of();

        @Override
        public Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            List<?> dead = (List<?>) Objects.requireNonNull(real.with(given));
            last = dead.isEmpty() ? last : dead;
            return ((Optional<?>) Objects.requireNonNull(given[1])).isPresent() ? dead : last;
        }
    }),
    SERVES_THE_LONGEST_BACKLOG(
            "tenantsTakeTurns",
            "TimerQueue.claim",
            (real, given) -> claims(real.with(given)).stream()
                    .filter(claim -> !claim.tenant().value().startsWith("claim-quiet"))
                    .toList()),
    FORGETS_THE_OVERDUE("tenantsTakeTurns", "TimerQueue.claim", (real, given) -> {
        Instant recent = ((Instant) Objects.requireNonNull(given[1])).minus(Duration.ofMinutes(10));
        return claims(real.with(given)).stream()
                .filter(claim -> claim.timer().at().isAfter(recent))
                .toList();
    }),
    SLEEPS_TOO_LONG(
            "nextInstantIsTheEarliest",
            "TimerQueue.nextDue",
            (real, given) -> ((Optional<?>) Objects.requireNonNull(real.with(given)))
                    .map(next -> ((Instant) next).plusMillis(1))),
    WAKES_FOR_THE_PAST(
            "nextInstantIsTheEarliest", "TimerQueue.nextDue", (real, given) -> real.with(given[0], Instant.MIN)),
    SHOWS_WHAT_IS_NOT_COMMITTED(
            "claimingWaitsForNobody",
            "Storage.begin",
            PlantedFault.atOnce("TimerRepository.schedule", (unit, which) -> {
                unit.timers().schedule((Timer) Objects.requireNonNull(which[0]));
                return null;
            }));

    private final Plan plan;

    TimerFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    private static List<Object> reversed(@Nullable Object list) {
        List<Object> reversed = new ArrayList<>((List<?>) Objects.requireNonNull(list));
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Claim> fenced(@Nullable Object claims, long fence) {
        return claims(claims).stream()
                .map(claim -> new Claim(claim.tenant(), claim.timer(), fence, claim.attempts()))
                .toList();
    }

    private static List<Claim> claims(@Nullable Object claims) {
        return ((List<?>) Objects.requireNonNull(claims))
                .stream().map(Claim.class::cast).toList();
    }

    private static String text(@Nullable Object text) {
        return (String) Objects.requireNonNull(text);
    }
}

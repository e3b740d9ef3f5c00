package io.tikit.jpa;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.Leases.Lease;
import io.tikit.spi.storage.WorkItem;
import io.tikit.tck.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Faults that show when the line to the data is cut or a lease runs out, each with the test that is there for it. */
enum OutageFault implements PlantedFault {
    SWALLOWS_A_LOST_COMMIT("lostCommitLeavesNothing", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (UnavailableException e) {
            return null;
        }
    }),
    KEEPS_THE_WORK_OF_LOST_UNITS(
            "whicheverStatementIsLostNothingRemains",
            "Storage.begin",
            PlantedFault.atOnce("Outbox.work", (unit, which) -> {
                unit.outbox().work((WorkItem) Objects.requireNonNull(which[0]));
                return null;
            })),
    LOSES_WORK_OF_DOUBTFUL_UNITS("lostAnswerToACommitKeepsTheWhole", "WorkQueue.due", (real, given) -> List.of()),
    WRITES_KEYS_APART(
            "whicheverStatementIsLostNothingRemains",
            "Storage.begin",
            PlantedFault.atOnce("KeyRepository.insert", (unit, which) -> {
                unit.keys().insert((IdempotencyKey) Objects.requireNonNull(which[0]), (KeyRepository.Use)
                        Objects.requireNonNull(which[1]));
                return null;
            })),
    BLAMES_THE_CALLER("whicheverStatementIsLostNothingRemains", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (UnavailableException e) {
            throw new IllegalArgumentException("bad row", e);
        }
    }),
    GOES_ON_WITH_A_LOST_UNIT("unitInProgressIsLost", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (UnavailableException e) {
            return null;
        }
    }),
    PINGS_ITSELF("cutOffStorageSaysSo", "Storage.ping", (real, given) -> null),
    NUMBERS_BY_GUESS("cutOffStorageSaysSo", "Storage.takeNumbers", (real, given) -> {
        try {
            return real.with(given);
        } catch (UnavailableException e) {
            return 1_000L;
        }
    }),
    NEVER_RECOVERS("cutOffStorageSaysSo", "Storage.ping", new Faults.Lie() {
        private @Nullable UnavailableException first;

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            if (first != null) {
                throw first;
            }
            try {
                return real.with(given);
            } catch (UnavailableException e) {
                first = e;
                throw e;
            }
        }
    }),
    NEVER_EXPIRES("leaseExpires", "Leases.acquire", new Faults.Lie() {
        private final Map<Object, Object> owners = new HashMap<>();

        @Override
        public Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            List<Object> free = new ArrayList<>();
            for (Object name : (Collection<?>) Objects.requireNonNull(given[0])) {
                Object owner = owners.putIfAbsent(name, Objects.requireNonNull(given[1]));
                if (owner == null || owner.equals(given[1])) {
                    free.add(name);
                }
            }
            return Objects.requireNonNull(real.with(free, given[1], given[2]));
        }
    }),
    EXPIRES_AT_ONCE(
            "leaseIsHeldByOne",
            "Leases.acquire",
            (real, given) -> real.with(given[0], given[1], Duration.ofMillis(-1))),
    KEEPS_THE_FENCE("expiredLeaseIsTakenOver", "Leases.acquire", (real, given) -> {
        Map<?, ?> held = (Map<?, ?>) Objects.requireNonNull(real.with(given));
        return held.values().stream()
                .map(Lease.class::cast)
                .collect(Collectors.toMap(Lease::name, lease -> new Lease(lease.name(), lease.owner(), 1)));
    }),
    ASKS_NO_DATABASE_ABOUT_LEASES("expiredLeaseIsTakenOver", "Leases.acquire", new Faults.Lie() {
        private final Map<Object, Object> owners = new HashMap<>();

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            Collection<?> names = (Collection<?>) Objects.requireNonNull(given[0]);
            boolean taken = names.stream()
                    .anyMatch(name ->
                            owners.containsKey(name) && !owners.get(name).equals(given[1]));
            names.forEach(name -> owners.putIfAbsent(name, Objects.requireNonNull(given[1])));
            return taken ? Map.of() : real.with(given);
        }
    }),
    PROLONGS_NOTHING("prolongedLeaseLasts", "Leases.acquire", new Faults.Lie() {
        private final Map<Object, Object> held = new HashMap<>();

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            Object asked = List.of(Objects.requireNonNull(given[0]), Objects.requireNonNull(given[1]));
            if (held.containsKey(asked)) {
                return held.get(asked);
            }
            Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(real.with(given));
            if (!answer.isEmpty()) {
                held.put(asked, answer);
            }
            return answer;
        }
    }),
    TAKES_A_FEW_AT_ONCE("manyLeasesAreTakenAtOnce", "Leases.acquire", (real, given) -> {
        List<?> names = new ArrayList<>((Collection<?>) Objects.requireNonNull(given[0]));
        return real.with(names.subList(0, Math.min(names.size(), 100)), given[1], given[2]);
    }),
    SEQUENCES_FOR_THE_LATE("expiredSequencerIsFencedOut", "Feed.sequence", (real, given) -> {
        Lease lease = (Lease) Objects.requireNonNull(given[0]);
        int done = (int) Objects.requireNonNull(real.with(given));
        return done > 0 ? done : real.with(new Lease(lease.name(), "tck-next", lease.fence() + 1), given[1]);
    });

    private final Plan plan;

    OutageFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }
}

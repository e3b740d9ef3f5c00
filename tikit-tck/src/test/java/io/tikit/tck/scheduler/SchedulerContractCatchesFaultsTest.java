package io.tikit.tck.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.error.InvalidException;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.ContractRun;
import io.tikit.tck.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class SchedulerContractCatchesFaultsTest {
    private static final ThreadLocal<Function<ManualClock, Scheduler>> SUBJECT = new ThreadLocal<>();

    /** The contract on whatever scheduler is the subject. */
    static class Subject implements SchedulerContract {
        private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");

        @Override
        public Scheduler scheduler() {
            return SUBJECT.get().apply(clock);
        }

        @Override
        public InstantSource clock() {
            return clock;
        }

        @Override
        public void pass(Duration length) {
            clock.advance(length);
        }
    }

    @Test
    void soundSchedulerPasses() {
        ContractRun run = run(FaultyScheduler::new, () -> ContractRun.of(Subject.class));
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Supplier<ContractRun> one = () -> ContractRun.of(Subject.class, fault.caughtBy);
        assertThat(run(fault.scheduler, one).failed()).containsExactly(fault.caughtBy);
    }

    private static ContractRun run(Function<ManualClock, Scheduler> scheduler, Supplier<ContractRun> contract) {
        SUBJECT.set(scheduler);
        try {
            return contract.get();
        } finally {
            SUBJECT.remove();
        }
    }

    enum Fault {
        RUNS_EARLY("wishRunsOnceAtItsInstant", clock -> new FaultyScheduler(clock) {
            @Override
            public void wake(String name, Instant at, Runnable action) {
                sound.wake(name, at.minusMillis(20), action);
            }
        }),
        RUNS_TWICE("wishRunsOnceAtItsInstant", clock -> new FaultyScheduler(clock) {
            @Override
            public void wake(String name, Instant at, Runnable action) {
                sound.wake(name, at, action);
                sound.wake("again " + name, at.plusMillis(50), action);
            }
        }),
        FORGETS_THE_PAST("pastWishRunsAtOnce", clock -> new FaultyScheduler(clock) {
            @Override
            public void wake(String name, Instant at, Runnable action) {
                if (at.isAfter(clock.instant())) {
                    sound.wake(name, at, action);
                }
            }
        }),
        KEEPS_THE_FIRST_WISH("secondWishReplacesTheFirst", clock -> new FaultyScheduler(clock) {
            @Override
            public void wake(String name, Instant at, Runnable action) {
                if (!sound.waiting().contains(name)) {
                    sound.wake(name, at, action);
                }
            }
        }),
        CANCELS_NOTHING("cancelledWishDoesNotRun", clock -> new FaultyScheduler(clock) {
            @Override
            public boolean cancel(String name) {
                return sound.waiting().contains(name);
            }
        }),
        ALWAYS_SAYS_CANCELLED("cancelledWishDoesNotRun", clock -> new FaultyScheduler(clock) {
            @Override
            public boolean cancel(String name) {
                return sound.cancel(name) || true;
            }
        }),
        LOSES_SOME("manyWishesAllRun", clock -> new FaultyScheduler(clock) {
            @Override
            public void wake(String name, Instant at, Runnable action) {
                if (!name.endsWith("77")) {
                    sound.wake(name, at, action);
                }
            }
        }),
        RUNS_AFTER_THE_CLOSE("closeForgetsAllWishes", clock -> new FaultyScheduler(clock) {
            @Override
            public void close() {
                // nothing
            }
        }),
        WEEK_BEGINS_ON_MONDAY("daysOfTheWeek", clock -> new FaultyScheduler(clock) {
            @Override
            public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                return sound.next(cron.replace("* 1", "* 2"), zone, after);
            }
        }),
        IGNORES_THE_ZONE("timesAreLocal", clock -> new FaultyScheduler(clock) {
            @Override
            public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                return sound.next(cron, ZoneOffset.UTC, after);
            }
        }),
        GIVES_THE_PRESENT("nextIsLater", clock -> new FaultyScheduler(clock) {
            @Override
            public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                return sound.next(cron, zone, after.minusMillis(1));
            }
        }),
        TAKES_ANYTHING("malformedExpressionsAreRefused", clock -> new FaultyScheduler(clock) {
            @Override
            public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                try {
                    return sound.next(cron, zone, after);
                } catch (InvalidException e) {
                    return Optional.empty();
                }
            }
        });

        private final String caughtBy;
        private final Function<ManualClock, Scheduler> scheduler;

        Fault(String caughtBy, Function<ManualClock, Scheduler> scheduler) {
            this.caughtBy = caughtBy;
            this.scheduler = scheduler;
        }
    }
}

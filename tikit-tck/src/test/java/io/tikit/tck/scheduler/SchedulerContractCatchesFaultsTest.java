package io.tikit.tck.scheduler;

import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.ManualScheduler;
import io.tikit.tck.Mutant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Each planted fault makes the test fail that is there for it. */
class SchedulerContractCatchesFaultsTest implements ContractCatchesFaults {
    @Override
    public List<Mutant> mutants() {
        return List.of(
                instead("loses wishes in silence", "lostSchedulerTakesNoWishes", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        try {
                            sound.wake(name, at, action);
                        } catch (UnavailableException e) {
                            sound.cancel(name);
                        }
                    }
                }),
                instead("runs early", "wishRunsOnceAtItsInstant", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        sound.wake(name, at.minusMillis(20), action);
                    }
                }),
                instead("runs twice", "wishRunsOnceAtItsInstant", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        sound.wake(name, at, action);
                        sound.wake("again " + name, at.plusMillis(50), action);
                    }
                }),
                instead("forgets the past", "pastWishRunsAtOnce", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        if (at.isAfter(Instant.parse("2026-03-01T08:00:00Z"))) {
                            sound.wake(name, at, action);
                        }
                    }
                }),
                instead("keeps the first wish", "secondWishReplacesTheFirst", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        if (!sound.waiting().contains(name)) {
                            sound.wake(name, at, action);
                        }
                    }
                }),
                instead("cancels nothing", "cancelledWishDoesNotRun", sound -> new FaultyScheduler(sound) {
                    @Override
                    public boolean cancel(String name) {
                        return sound.waiting().contains(name);
                    }
                }),
                instead("always says cancelled", "cancelledWishDoesNotRun", sound -> new FaultyScheduler(sound) {
                    @Override
                    public boolean cancel(String name) {
                        return sound.cancel(name) || true;
                    }
                }),
                instead("loses some", "manyWishesAllRun", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        if (!name.endsWith("77")) {
                            sound.wake(name, at, action);
                        }
                    }
                }),
                instead("runs after the close", "closeForgetsAllWishes", sound -> new FaultyScheduler(sound) {
                    @Override
                    public void close() {
                        // nothing
                    }
                }),
                instead("week begins on monday", "daysOfTheWeek", sound -> new FaultyScheduler(sound) {
                    @Override
                    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                        return sound.next(cron.replace("* 1", "* 2"), zone, after);
                    }
                }),
                instead("ignores the zone", "timesAreLocal", sound -> new FaultyScheduler(sound) {
                    @Override
                    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                        return sound.next(cron, ZoneOffset.UTC, after);
                    }
                }),
                instead("gives the present", "nextIsLater", sound -> new FaultyScheduler(sound) {
                    @Override
                    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                        return sound.next(cron, zone, after.minusMillis(1));
                    }
                }),
                instead("takes anything", "malformedExpressionsAreRefused", sound -> new FaultyScheduler(sound) {
                    @Override
                    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                        try {
                            return sound.next(cron, zone, after);
                        } catch (InvalidException e) {
                            return Optional.empty();
                        }
                    }
                }),
                instead("takes no wish of an action", "actionMayAskAgain", sound -> new FaultyScheduler(sound) {
                    private boolean running;

                    @Override
                    public void wake(String name, Instant at, Runnable action) {
                        if (!running) {
                            sound.wake(name, at, () -> {
                                running = true;
                                action.run();
                                running = false;
                            });
                        }
                    }
                }),
                instead("shares its wishes", "schedulersAreApart", new Function<>() {
                    private @Nullable ManualScheduler first;

                    @Override
                    public Scheduler apply(ManualScheduler sound) {
                        ManualScheduler shared = first == null ? sound : first;
                        first = shared;
                        return new FaultyScheduler(shared);
                    }
                }),
                cron("counts in steps from 1", "timesOfTheDay", "0/20", "1/20"),
                cron("knows no last day", "daysOfTheMonth", " L ", " 28 "),
                cron("forgets the year", "yearsEnd", " 2020", ""));
    }

    private static Mutant cron(String name, String caughtBy, String from, String to) {
        return instead(name, caughtBy, sound -> new FaultyScheduler(sound) {
            @Override
            public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
                return sound.next(cron.replace(from, to), zone, after);
            }
        });
    }

    private static Mutant instead(String name, String caughtBy, Function<ManualScheduler, Scheduler> faulty) {
        return Mutant.instead(name, ManualSchedulerTest.class, caughtBy, ManualScheduler.class, faulty);
    }
}

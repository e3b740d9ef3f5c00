package io.tikit.tck.scheduler;

import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.ManualClock;
import io.tikit.tck.ManualScheduler;
import io.tikit.tck.Planted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

class ManualSchedulerTest implements SchedulerContract {
    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");

    @Override
    public Scheduler scheduler() {
        return Planted.into(Scheduler.class, new ManualScheduler(clock));
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void pass(Duration length) {
        clock.advance(length);
    }

    @Override
    public Optional<Scheduler> lost() {
        ManualScheduler lost = new ManualScheduler(clock);
        lost.open();
        lost.breakOff(true);
        return Optional.of(Planted.into(Scheduler.class, lost));
    }
}

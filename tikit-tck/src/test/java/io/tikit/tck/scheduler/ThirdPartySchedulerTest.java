package io.tikit.tck.scheduler;

import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.ManualClock;
import io.tikit.tck.ManualScheduler;
import java.time.Duration;
import java.time.InstantSource;

class ThirdPartySchedulerTest implements SchedulerContract {
    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");

    @Override
    public Scheduler scheduler() {
        return new ManualScheduler(clock);
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

package io.tikit.tck.scheduler;

import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.ManualScheduler;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A sound scheduler, to be spoilt in one place. */
class FaultyScheduler implements Scheduler {
    final ManualScheduler sound;

    FaultyScheduler(ManualScheduler sound) {
        this.sound = sound;
    }

    @Override
    public void open() {
        sound.open();
    }

    @Override
    public void wake(String name, Instant at, Runnable action) {
        sound.wake(name, at, action);
    }

    @Override
    public boolean cancel(String name) {
        return sound.cancel(name);
    }

    @Override
    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        return sound.next(cron, zone, after);
    }

    @Override
    public void close() {
        sound.close();
    }
}

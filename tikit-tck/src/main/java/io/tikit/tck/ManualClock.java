package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until the test moves it. Schedulers attached to it run what becomes due on the way, in order,
 * each with the clock at its instant. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ManualClock implements InstantSource {
    private final List<ManualScheduler> schedulers = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    private ManualClock(Instant start) {
        now = start.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * A clock that shows an instant.
     *
     * @param start the instant, cut to milliseconds
     * @return the clock
     */
    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    /**
     * A clock that shows an instant.
     *
     * @param start the instant in the form of ISO 8601, such as {@code 2026-03-01T08:00:00Z}
     * @return the clock
     */
    public static ManualClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock forward. What attached schedulers were asked to run until then has run when this returns.
     *
     * @param length how far, not negative
     */
    public void advance(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("a clock is advanced forward, not by " + length);
        }
        advanceTo(now.plus(length));
    }

    /**
     * Moves the clock forward to an instant. What attached schedulers were asked to run until then has run when this
     * returns.
     *
     * @param target the instant, not before the present one
     */
    public void advanceTo(Instant target) {
        Instant end = Objects.requireNonNull(target, "target").truncatedTo(ChronoUnit.MILLIS);
        if (end.isBefore(now)) {
            throw new IllegalArgumentException("a clock is advanced forward, not from " + now + " to " + end);
        }
        while (runEarliest(end)) {
            // Each run may ask for further ones.
        }
        now = end;
    }

    /**
     * Sets the clock to any instant, also back, as an operator may do. Runs nothing.
     *
     * @param instant the instant
     */
    public void set(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MILLIS);
    }

    void attach(ManualScheduler scheduler) {
        schedulers.add(scheduler);
    }

    void detach(ManualScheduler scheduler) {
        schedulers.remove(scheduler);
    }

    private boolean runEarliest(Instant end) {
        ManualScheduler first = null;
        Instant earliest = Instant.MAX;
        for (ManualScheduler scheduler : schedulers) {
            Instant due = scheduler.nextDue().orElse(Instant.MAX);
            if (!due.isAfter(end) && due.isBefore(earliest)) {
                first = scheduler;
                earliest = due;
            }
        }
        if (first == null) {
            return false;
        }
        if (earliest.isAfter(now)) {
            now = earliest;
        }
        first.runOne(end);
        return true;
    }
}

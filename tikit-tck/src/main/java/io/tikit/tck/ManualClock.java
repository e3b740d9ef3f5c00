package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A clock that stands still until the test moves it. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ManualClock implements InstantSource {
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
     * Moves the clock forward.
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
     * Moves the clock forward to an instant.
     *
     * @param target the instant, not before the present one
     */
    public void advanceTo(Instant target) {
        Instant end = Objects.requireNonNull(target, "target").truncatedTo(ChronoUnit.MILLIS);
        if (end.isBefore(now)) {
            throw new IllegalArgumentException("a clock is advanced forward, not from " + now + " to " + end);
        }
        now = end;
    }

    /**
     * Sets the clock to any instant, also back, as an operator may do.
     *
     * @param instant the instant
     */
    public void set(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MILLIS);
    }
}

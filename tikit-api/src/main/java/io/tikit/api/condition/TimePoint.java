package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A point in time that a condition speaks of: fixed, or told from the instant and the zone in which the condition is
 * asked. Whoever asks makes it fixed once; further pages of the same list keep that.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface TimePoint {
    /** The farthest that a relative point may lie away, in days. */
    int FARTHEST_DAYS = 36_525;

    /**
     * Makes it fixed.
     *
     * @param now the instant at which the condition is asked
     * @param zone whose days are meant
     * @return the instant
     */
    Instant resolve(Instant now, ZoneId zone);

    /**
     * Now.
     *
     * @return the point
     */
    static TimePoint now() {
        return new Now(Duration.ZERO);
    }

    /**
     * So long ago.
     *
     * @param length how long
     * @return the point
     */
    static TimePoint ago(Duration length) {
        return new Now(length.negated());
    }

    /**
     * The first instant of this day.
     *
     * @return the point
     */
    static TimePoint today() {
        return new StartOfDay(0);
    }

    /**
     * A fixed instant.
     *
     * @param instant the instant, cut to milliseconds
     */
    record At(Instant instant) implements TimePoint {
        /** Cuts to milliseconds. */
        public At {
            instant = instant.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant resolve(Instant now, ZoneId zone) {
            return instant;
        }
    }

    /**
     * Some time from now. A day has 24 hours.
     *
     * @param offset how far, negative for the past, cut to milliseconds; at most {@value #FARTHEST_DAYS} days
     */
    record Now(Duration offset) implements TimePoint {
        /**
         * Cuts to milliseconds.
         *
         * @throws IllegalArgumentException if it lies too far away
         */
        public Now {
            if (offset.abs().compareTo(Duration.ofDays(FARTHEST_DAYS)) > 0) {
                throw new IllegalArgumentException(
                        "a relative time lies at most " + FARTHEST_DAYS + " days away, not " + offset.toDays());
            }
            offset = Duration.ofMillis(offset.toMillis());
        }

        @Override
        public Instant resolve(Instant now, ZoneId zone) {
            return now.plus(offset).truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /**
     * The first instant of a day told from today.
     *
     * @param days how many days after today, negative for the past; at most {@value #FARTHEST_DAYS}
     */
    record StartOfDay(int days) implements TimePoint {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if it lies too far away
         */
        public StartOfDay {
            if (Math.abs((long) days) > FARTHEST_DAYS) {
                throw new IllegalArgumentException(
                        "a relative day lies at most " + FARTHEST_DAYS + " days away, not " + days);
            }
        }

        @Override
        public Instant resolve(Instant now, ZoneId zone) {
            return LocalDate.ofInstant(now, zone)
                    .plusDays(days)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    /**
     * The first instant of a day of the calendar.
     *
     * @param date the day, of the years 1 to 9999
     */
    record StartOfDate(LocalDate date) implements TimePoint {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if the year is before 1 or after 9999
         */
        public StartOfDate {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new IllegalArgumentException("a day is of the years 1 to 9999, not " + date.getYear());
            }
        }

        @Override
        public Instant resolve(Instant now, ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }
    }
}

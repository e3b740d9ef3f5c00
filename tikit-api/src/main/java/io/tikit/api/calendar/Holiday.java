package io.tikit.api.calendar;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A day with hours of its own: none for a holiday, some for a half day, or hours on a day that is otherwise free.
 *
 * @param name what people call it, 1 to 100 characters
 * @param day which day
 * @param hours the hours of the day in place of those of the week; empty if nobody works
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Holiday(String name, Day day, List<OpeningHours> hours) {
    /** Copies the hours. */
    public Holiday {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(day, "day");
        hours = List.copyOf(hours);
    }

    /**
     * A day on which nobody works, once.
     *
     * @param name what people call it
     * @param date the date
     * @return the holiday
     */
    public static Holiday on(String name, LocalDate date) {
        return new Holiday(name, new Once(date), List.of());
    }

    /**
     * A day on which nobody works, every year.
     *
     * @param name what people call it
     * @param day the day; 29 February is one in leap years only
     * @return the holiday
     */
    public static Holiday yearly(String name, MonthDay day) {
        return new Holiday(name, new Yearly(day), List.of());
    }

    /**
     * The same day with other hours.
     *
     * @param text hours as {@link OpeningHours#parseAll} reads them; blank for none
     * @return a copy
     * @throws IllegalArgumentException if the text does not say hours
     */
    public Holiday withHours(String text) {
        return new Holiday(name, day, OpeningHours.parseAll(text));
    }

    /** Which day of each year. */
    public sealed interface Day permits Once, Yearly, NthWeekday {
        /**
         * The day in a year.
         *
         * @param year the year
         * @return its date, or empty if it is none of that year
         */
        Optional<LocalDate> in(int year);
    }

    /**
     * A single date.
     *
     * @param date the date
     */
    public record Once(LocalDate date) implements Day {
        /** Checks that nothing is null. */
        public Once {
            Objects.requireNonNull(date, "date");
        }

        @Override
        public Optional<LocalDate> in(int year) {
            return date.getYear() == year ? Optional.of(date) : Optional.empty();
        }
    }

    /**
     * The same date of every year.
     *
     * @param day month and day; 29 February falls out where a year has none
     */
    public record Yearly(MonthDay day) implements Day {
        /** Checks that nothing is null. */
        public Yearly {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public Optional<LocalDate> in(int year) {
            return day.isValidYear(year) ? Optional.of(day.atYear(year)) : Optional.empty();
        }
    }

    /**
     * A weekday of a month of every year, such as the fourth Thursday of November.
     *
     * @param ordinal 1 to 5 from the beginning of the month, -1 to -5 from its end
     * @param weekday the weekday
     * @param month the month
     */
    public record NthWeekday(int ordinal, DayOfWeek weekday, Month month) implements Day {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if no month has so many weekdays
         */
        public NthWeekday {
            Objects.requireNonNull(weekday, "weekday");
            Objects.requireNonNull(month, "month");
            if (ordinal == 0 || Math.abs(ordinal) > 5) {
                throw new IllegalArgumentException(
                        "a weekday of a month is the 1st to 5th or -1st to -5th: " + ordinal);
            }
        }

        @Override
        public Optional<LocalDate> in(int year) {
            LocalDate date = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
            return date.getMonth() == month ? Optional.of(date) : Optional.empty();
        }
    }
}

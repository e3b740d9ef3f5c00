package io.tikit.api.calendar;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Hours at which work is done, on the clock on the wall. As text {@code 09:00-17:30}, {@code 22:00-06:00} for a shift
 * that crosses midnight, {@code 00:00-24:00} for the whole day.
 *
 * @param from when work begins
 * @param to when it ends, exclusive; midnight is the end of the day on which work begins; a time before {@code from} is
 *     on the day after it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record OpeningHours(LocalTime from, LocalTime to) {
    /** The whole day. */
    public static final OpeningHours ALL_DAY = new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final String END_OF_DAY = "24:00";

    /**
     * Checks that the hours are some.
     *
     * @throws IllegalArgumentException if they end when they begin, except at midnight, or are not whole milliseconds
     */
    public OpeningHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("opening hours end when they begin: " + from);
        }
        if (from.toNanoOfDay() % 1_000_000 != 0 || to.toNanoOfDay() % 1_000_000 != 0) {
            throw new IllegalArgumentException(
                    "opening hours are exact to the millisecond at most: " + from + "-" + to);
        }
    }

    /**
     * Reads hours from text.
     *
     * @param text such as {@code 09:00-17:30}; seconds and milliseconds may follow
     * @return the hours
     * @throws IllegalArgumentException if the text does not say hours
     */
    public static OpeningHours parse(String text) {
        String[] ends = text.strip().split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("opening hours are written as 09:00-17:30, not '" + text + "'");
        }
        try {
            LocalTime to = ends[1].equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
            return new OpeningHours(LocalTime.parse(ends[0]), to);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("opening hours are written as 09:00-17:30, not '" + text + "'", e);
        }
    }

    /**
     * Reads the hours of a day from text.
     *
     * @param text hours with blanks between, such as {@code 09:00-12:00 13:00-17:30}; blank for none
     * @return the hours in the order of the text
     * @throws IllegalArgumentException if the text does not say hours
     */
    public static List<OpeningHours> parseAll(String text) {
        List<OpeningHours> all = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            if (!part.isEmpty()) {
                all.add(parse(part));
            }
        }
        return List.copyOf(all);
    }

    /**
     * The hours of a day as text, as {@link #parseAll} reads it.
     *
     * @param hours the hours
     * @return the text; empty for no hours
     */
    public static String text(List<OpeningHours> hours) {
        return hours.stream().map(OpeningHours::toString).collect(Collectors.joining(" "));
    }

    /**
     * When work begins.
     *
     * @return milliseconds after midnight, below those of a day
     */
    public long fromMillis() {
        return from.toNanoOfDay() / 1_000_000;
    }

    /**
     * When work ends.
     *
     * @return milliseconds after the midnight at which the day began, more than {@link #fromMillis()}; beyond those of a
     *     day for a shift that crosses midnight
     */
    public long toMillis() {
        long millis = to.toNanoOfDay() / 1_000_000;
        return millis > fromMillis() ? millis : millis + Duration.ofDays(1).toMillis();
    }

    /** The hours as text, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}

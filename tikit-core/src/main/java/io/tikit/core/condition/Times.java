package io.tikit.core.condition;

import io.tikit.api.condition.TimePoint;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points in time and lengths as text: {@code now}, {@code now-2d4h}, {@code today}, {@code today-1d}, {@code 2026-01-31}
 * for the start of a day, an instant such as {@code 2026-01-31T08:00:00Z}; {@code 90m} for a length.
 */
final class Times {
    private static final long DAY = 86_400_000;
    private static final Pattern LENGTH = Pattern.compile(
            "(?:(\\d{1,6})w)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?(?:(\\d{1,12})ms)?");
    private static final long[] MILLIS = {7 * DAY, DAY, 3_600_000, 60_000, 1_000, 1};
    private static final Pattern RELATIVE = Pattern.compile("(now|today)?(?:([+-])([0-9a-z]+))?");

    private Times() {}

    /** Reads a point; empty if the text is none, or lies too far away. */
    static Optional<TimePoint> point(String text) {
        try {
            Matcher relative = RELATIVE.matcher(text);
            if (!text.isEmpty() && relative.matches()) {
                return relative(relative);
            }
            return Optional.of(
                    text.indexOf('T') > 0
                            ? new TimePoint.At(Instant.parse(text))
                            : new TimePoint.StartOfDate(LocalDate.parse(text)));
        } catch (DateTimeException | IllegalArgumentException notSuchAPoint) {
            return Optional.empty();
        }
    }

    private static Optional<TimePoint> relative(Matcher text) {
        boolean back = "-".equals(text.group(2));
        Optional<Duration> length = text.group(3) == null ? Optional.of(Duration.ZERO) : length(text.group(3));
        if (length.isEmpty()) {
            return Optional.empty();
        }
        Duration offset = back ? length.get().negated() : length.get();
        if (!"today".equals(text.group(1))) {
            return Optional.of(new TimePoint.Now(offset));
        }
        return offset.toMillis() % DAY == 0
                ? Optional.of(new TimePoint.StartOfDay(Math.toIntExact(offset.toMillis() / DAY)))
                : Optional.empty();
    }

    /** Reads a length; empty if the text is none. */
    static Optional<Duration> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        long millis = 0;
        for (int i = 0; i < MILLIS.length; i++) {
            String part = matcher.group(i + 1);
            millis += part == null ? 0 : Long.parseLong(part) * MILLIS[i];
        }
        return Optional.of(Duration.ofMillis(millis));
    }

    /** Writes a point so that {@link #point} reads an equal one. */
    static String print(TimePoint point) {
        if (point instanceof TimePoint.At at) {
            return at.instant().toString();
        }
        if (point instanceof TimePoint.Now now) {
            return now.offset().isZero() ? "now" : "now" + signed(now.offset());
        }
        if (point instanceof TimePoint.StartOfDay day) {
            return day.days() == 0 ? "today" : "today" + signed(Duration.ofDays(day.days()));
        }
        return ((TimePoint.StartOfDate) point).date().toString();
    }

    private static String signed(Duration length) {
        return (length.isNegative() ? "-" : "+") + print(length.abs());
    }

    /** Writes a length so that {@link #length} reads an equal one. */
    static String print(Duration length) {
        if (length.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        long rest = length.toMillis();
        String[] units = {"w", "d", "h", "m", "s", "ms"};
        // Weeks are read and never written: two days read better in days, and so do ten.
        for (int i = 1; i < MILLIS.length; i++) {
            long count = rest / MILLIS[i];
            rest %= MILLIS[i];
            if (count > 0) {
                text.append(count).append(units[i]);
            }
        }
        return text.toString();
    }
}

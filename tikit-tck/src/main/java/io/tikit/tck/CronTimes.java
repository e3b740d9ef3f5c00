package io.tikit.tck;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/** The instants of a cron expression by the rules of Quartz, found by looking at one day after the other. */
final class CronTimes {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;

    private final NavigableSet<Integer> seconds;
    private final NavigableSet<Integer> minutes;
    private final NavigableSet<Integer> hours;
    private final NavigableSet<Integer> months;
    private final NavigableSet<Integer> years;
    private final Predicate<LocalDate> day;

    private CronTimes(List<String> fields) {
        seconds = CronField.numbers(fields.get(0), 0, 59, List.of());
        minutes = CronField.numbers(fields.get(1), 0, 59, List.of());
        hours = CronField.numbers(fields.get(2), 0, 23, List.of());
        months = CronField.numbers(fields.get(4), 1, 12, CronField.MONTHS);
        years = CronField.numbers(fields.size() == 7 ? fields.get(6) : "*", FIRST_YEAR, LAST_YEAR, List.of());
        boolean anyDayOfMonth = fields.get(3).equals("?");
        boolean anyDayOfWeek = fields.get(5).equals("?");
        if (anyDayOfMonth == anyDayOfWeek) {
            throw new IllegalArgumentException("exactly one of day of month and day of week must be ?");
        }
        day = anyDayOfMonth ? CronDays.ofWeek(fields.get(5)) : CronDays.ofMonth(fields.get(3));
    }

    static CronTimes parse(String cron) {
        List<String> fields =
                List.of(cron.trim().toUpperCase(java.util.Locale.ROOT).split("\\s+"));
        try {
            if (fields.size() < 6 || fields.size() > 7) {
                throw new IllegalArgumentException("six or seven fields are needed, not " + fields.size());
            }
            return new CronTimes(fields);
        } catch (IllegalArgumentException e) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "cron",
                            "bad_cron",
                            "not a cron expression: " + e.getMessage(),
                            Map.of("expression", cron, "reason", String.valueOf(e.getMessage()))));
        }
    }

    Optional<Instant> next(ZoneId zone, Instant after) {
        LocalDate first = after.atZone(zone).toLocalDate();
        LocalDate start = first.getYear() < FIRST_YEAR ? LocalDate.of(FIRST_YEAR, 1, 1) : first;
        for (LocalDate date = start; date.getYear() <= LAST_YEAR; date = date.plusDays(1)) {
            if (months.contains(date.getMonthValue()) && years.contains(date.getYear()) && day.test(date)) {
                Optional<Instant> found = within(date, zone, after);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The earliest instant of a day that comes after another; a local time that does not exist moves on. */
    private Optional<Instant> within(LocalDate date, ZoneId zone, Instant after) {
        for (int hour : hours) {
            for (int minute : minutes) {
                for (int second : seconds) {
                    Instant instant = ZonedDateTime.of(date, LocalTime.of(hour, minute, second), zone)
                            .toInstant();
                    if (instant.isAfter(after)) {
                        return Optional.of(instant);
                    }
                }
            }
        }
        return Optional.empty();
    }
}

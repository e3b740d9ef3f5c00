package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * Working time by looking at the clock on the wall, minute after minute. It shares no code with the timetable, and it is
 * right only for hours and offsets of whole minutes.
 */
final class MinuteOracle {
    static final long MINUTE = 60_000;
    private final BusinessCalendar calendar;
    private final long from;
    /** How many of the minutes before each minute since {@code from} are working time. */
    private final int[] before;

    MinuteOracle(BusinessCalendar calendar, long from, int minutes) {
        this.calendar = calendar;
        this.from = from;
        before = new int[minutes + 1];
        for (int i = 0; i < minutes; i++) {
            before[i + 1] = before[i] + (isOpen(from + i * MINUTE) ? 1 : 0);
        }
    }

    boolean isOpen(long at) {
        LocalDateTime wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(at), calendar.zone());
        LocalTime time = wall.toLocalTime();
        for (OpeningHours hours : hours(wall.toLocalDate())) {
            boolean overnight =
                    !hours.to().equals(LocalTime.MIDNIGHT) && hours.to().isBefore(hours.from());
            boolean begun = !time.isBefore(hours.from());
            boolean over = !hours.to().equals(LocalTime.MIDNIGHT) && !overnight && !time.isBefore(hours.to());
            if (begun && !over) {
                return true;
            }
        }
        for (OpeningHours hours : hours(wall.toLocalDate().minusDays(1))) {
            boolean overnight =
                    !hours.to().equals(LocalTime.MIDNIGHT) && hours.to().isBefore(hours.from());
            if (overnight && time.isBefore(hours.to())) {
                return true;
            }
        }
        return false;
    }

    private List<OpeningHours> hours(LocalDate date) {
        for (Holiday holiday : calendar.holidays()) {
            if (holiday.day() instanceof Holiday.Once once && once.date().equals(date)) {
                return holiday.hours();
            }
        }
        for (Holiday holiday : calendar.holidays()) {
            if (holiday.day() instanceof Holiday.Yearly yearly
                    && yearly.day().getMonth() == date.getMonth()
                    && yearly.day().getDayOfMonth() == date.getDayOfMonth()) {
                return holiday.hours();
            }
            if (holiday.day() instanceof Holiday.NthWeekday nth && isNth(nth, date)) {
                return holiday.hours();
            }
        }
        return calendar.week().getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static boolean isNth(Holiday.NthWeekday nth, LocalDate date) {
        int fromBegin = (date.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
        return date.getMonth() == nth.month()
                && date.getDayOfWeek() == nth.weekday()
                && (nth.ordinal() == fromBegin || nth.ordinal() == fromEnd);
    }

    int minutes() {
        return before.length - 1;
    }

    /** Working milliseconds from the beginning to some milliseconds after it. */
    long sum(long millis) {
        int minute = (int) (millis / MINUTE);
        long whole = before[minute] * MINUTE;
        return minute < minutes() && before[minute + 1] > before[minute] ? whole + millis % MINUTE : whole;
    }

    /** The earliest of the milliseconds after the beginning, from some on, before which so much lies; -1 if none here. */
    long reach(long sum, long earliest) {
        for (int minute = (int) (earliest / MINUTE); minute <= minutes(); minute++) {
            long here = before[minute] * MINUTE;
            boolean open = minute < minutes() && before[minute + 1] > before[minute];
            long at = minute * MINUTE + Math.max(0, sum - here);
            if (here >= sum && minute * MINUTE >= earliest) {
                return minute * MINUTE;
            }
            if (open && sum > here && sum < here + MINUTE && at >= earliest) {
                return at;
            }
        }
        return -1;
    }

    long from() {
        return from;
    }
}

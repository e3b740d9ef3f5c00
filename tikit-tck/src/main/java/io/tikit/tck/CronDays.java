package io.tikit.tck;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Predicate;

/** The two fields of a cron expression that choose days: last days, nearest weekdays, and the n-th weekday of a month. */
final class CronDays {
    private static final List<String> NONE = List.of();

    private CronDays() {}

    static Predicate<LocalDate> ofMonth(String field) {
        if (field.equals("L")) {
            return date -> date.getDayOfMonth() == date.lengthOfMonth();
        }
        if (field.equals("LW")) {
            return date -> date.equals(nearestWeekday(date, date.lengthOfMonth()));
        }
        if (field.startsWith("L-")) {
            int before = CronField.number(field.substring(2), 0, 30, NONE);
            return date -> date.getDayOfMonth() == date.lengthOfMonth() - before;
        }
        if (field.endsWith("W")) {
            int day = CronField.number(field.substring(0, field.length() - 1), 1, 31, NONE);
            return date -> date.equals(nearestWeekday(date, Math.min(day, date.lengthOfMonth())));
        }
        NavigableSet<Integer> days = CronField.numbers(field, 1, 31, NONE);
        return date -> days.contains(date.getDayOfMonth());
    }

    static Predicate<LocalDate> ofWeek(String field) {
        if (field.equals("L")) {
            return date -> number(date) == 7;
        }
        if (field.endsWith("L")) {
            int day = CronField.number(field.substring(0, field.length() - 1), 1, 7, CronField.DAYS);
            return date -> number(date) == day && date.getDayOfMonth() + 7 > date.lengthOfMonth();
        }
        int hash = field.indexOf('#');
        if (hash > 0) {
            int day = CronField.number(field.substring(0, hash), 1, 7, CronField.DAYS);
            int which = CronField.number(field.substring(hash + 1), 1, 5, NONE);
            return date -> number(date) == day && (date.getDayOfMonth() - 1) / 7 + 1 == which;
        }
        NavigableSet<Integer> days = CronField.numbers(field, 1, 7, CronField.DAYS);
        return date -> days.contains(number(date));
    }

    /** Sunday is 1. */
    private static int number(LocalDate date) {
        return date.getDayOfWeek().getValue() % 7 + 1;
    }

    /** The weekday nearest to a day, without leaving the month. */
    private static LocalDate nearestWeekday(LocalDate month, int day) {
        LocalDate wanted = month.withDayOfMonth(day);
        if (wanted.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day == 1 ? wanted.plusDays(2) : wanted.minusDays(1);
        }
        if (wanted.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day == month.lengthOfMonth() ? wanted.minusDays(2) : wanted.plusDays(1);
        }
        return wanted;
    }
}

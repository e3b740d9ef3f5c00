package io.tikit.api.calendar;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * When people work, in local time. Where several holidays fall on a date, those with a single date win over those of
 * every year, and both over those of a region; among equals the first wins.
 *
 * <pre>{@code
 * BusinessCalendar office = BusinessCalendar.in(ZoneId.of("Europe/Berlin"))
 *         .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00 13:00-17:30")
 *         .with(Holiday.yearly("Christmas Eve", MonthDay.of(12, 24)).withHours("09:00-12:00"))
 *         .withHolidaysOf("de-by");
 * }</pre>
 *
 * @param zone where the clock on the wall hangs
 * @param week the hours of each weekday; a weekday that is left out is free
 * @param holidays days with hours of their own
 * @param regions whose public holidays are free: a country such as {@code de}, or a part of one such as {@code de-by}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record BusinessCalendar(
        ZoneId zone, Map<DayOfWeek, List<OpeningHours>> week, List<Holiday> holidays, Set<String> regions) {
    /** The kind of the documents in which calendars are kept. */
    public static final String KIND = "calendar";

    /** Copies the parts; weekdays without hours are left out. */
    public BusinessCalendar {
        Objects.requireNonNull(zone, "zone");
        EnumMap<DayOfWeek, List<OpeningHours>> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, list) -> {
            if (!list.isEmpty()) {
                hours.put(day, List.copyOf(list));
            }
        });
        week = Collections.unmodifiableMap(hours);
        holidays = List.copyOf(holidays);
        regions = Collections.unmodifiableSet(new TreeSet<>(regions));
    }

    /**
     * A calendar that is never open yet.
     *
     * @param zone where the clock on the wall hangs
     * @return the calendar
     */
    public static BusinessCalendar in(ZoneId zone) {
        return new BusinessCalendar(zone, Map.of(), List.of(), Set.of());
    }

    /**
     * A calendar that is always open.
     *
     * @param zone where the clock on the wall hangs
     * @return the calendar
     */
    public static BusinessCalendar always(ZoneId zone) {
        return in(zone).open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, OpeningHours.ALL_DAY.toString());
    }

    /**
     * The same calendar with other hours on some weekdays.
     *
     * @param first the first of them
     * @param last the last of them; before {@code first} in the week for a range over the weekend
     * @param text hours as {@link OpeningHours#parseAll} reads them; blank for none
     * @return a copy
     * @throws IllegalArgumentException if the text does not say hours
     */
    public BusinessCalendar open(DayOfWeek first, DayOfWeek last, String text) {
        List<OpeningHours> hours = OpeningHours.parseAll(text);
        Map<DayOfWeek, List<OpeningHours>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(week);
        DayOfWeek day = first;
        changed.put(day, hours);
        while (day != last) {
            day = day.plus(1);
            changed.put(day, hours);
        }
        return new BusinessCalendar(zone, changed, holidays, regions);
    }

    /**
     * The same calendar with one more holiday.
     *
     * @param holiday the holiday
     * @return a copy
     */
    public BusinessCalendar with(Holiday holiday) {
        List<Holiday> more = new ArrayList<>(holidays);
        more.add(holiday);
        return new BusinessCalendar(zone, week, more, regions);
    }

    /**
     * The same calendar with the public holidays of one more region.
     *
     * @param region such as {@code de-by}
     * @return a copy
     */
    public BusinessCalendar withHolidaysOf(String region) {
        Set<String> more = new TreeSet<>(regions);
        more.add(region);
        return new BusinessCalendar(zone, week, holidays, more);
    }
}

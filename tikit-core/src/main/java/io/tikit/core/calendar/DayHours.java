package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.OpeningHours;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hours of each date within some years: those of a holiday if it is one, else those of the weekday. */
final class DayHours {
    /** Tells the public holidays of a region in a year, with their names. */
    @FunctionalInterface
    interface PublicHolidays {
        PublicHolidays NONE = (region, year) -> Map.of();

        Map<LocalDate, String> of(String region, int year);
    }

    private final BusinessCalendar calendar;
    private final Map<LocalDate, Holiday> special = new HashMap<>();

    /** The order in which they are put tells who wins: a single date, then every year, then a region. */
    DayHours(BusinessCalendar calendar, PublicHolidays regions, int firstYear, int lastYear) {
        this.calendar = calendar;
        for (int year = firstYear; year <= lastYear; year++) {
            put(year, true);
            put(year, false);
            for (String region : calendar.regions()) {
                regions.of(region, year).forEach((date, name) -> special.putIfAbsent(date, Holiday.on(name, date)));
            }
        }
    }

    private void put(int year, boolean once) {
        for (Holiday holiday : calendar.holidays()) {
            if (holiday.day() instanceof Holiday.Once == once) {
                holiday.day()
                        .in(year)
                        .ifPresent(date -> special.putIfAbsent(
                                date, new Holiday(holiday.name(), new Holiday.Once(date), holiday.hours())));
            }
        }
    }

    List<OpeningHours> on(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        Holiday holiday = special.get(date);
        return holiday != null ? holiday.hours() : calendar.week().getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The days with hours of their own, in their order. */
    List<Holiday> special() {
        return List.copyOf(new TreeMap<>(special).values());
    }
}

package io.tikit.core.calendar;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.error.Violation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Timetables in memory. Calendars that say the same share one, whatever desk and version they belong to, so a version
 * that changes nothing lays nothing out again.
 */
@Singleton
public final class Timetables {
    /** One that is used over ten years takes about a quarter of a megabyte. */
    private static final int MOST = 200;

    private final Cache<BusinessCalendar, Timetable> kept =
            CacheBuilder.newBuilder().maximumSize(MOST).build();
    private final CalendarRules rules;

    @Inject
    Timetables(CalendarRules rules) {
        this.rules = rules;
    }

    /** Everything that is wrong with a calendar. */
    List<Violation> violations(BusinessCalendar calendar) {
        return rules.violations(calendar);
    }

    /** The days of a year that have hours of their own. */
    List<Holiday> holidays(BusinessCalendar calendar, int year) {
        return new DayHours(calendar, rules, year, year).special();
    }

    /** The timetable of a calendar that keeps the rules. */
    public Timetable of(BusinessCalendar calendar) {
        Timetable known = kept.getIfPresent(calendar);
        if (known == null) {
            known = new BlockTimetable(calendar, rules);
            kept.put(calendar, known);
        }
        return known;
    }
}

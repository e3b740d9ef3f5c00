package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.OpeningHours;
import io.tikit.api.error.Violation;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.calendar.HolidaySource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of a calendar, and the public holidays that it names. */
public final class CalendarRules implements DayHours.PublicHolidays {
    private static final long DAY = 86_400_000L;

    private final List<HolidaySource> sources;

    public CalendarRules(List<HolidaySource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public Map<LocalDate, String> of(String region, int year) {
        return source(region).map(source -> source.holidays(region, year)).orElse(Map.of());
    }

    private Optional<HolidaySource> source(String region) {
        return sources.stream().filter(source -> source.knows(region)).findFirst();
    }

    /** Everything that is wrong, with paths as in the body of a document. */
    List<Violation> violations(BusinessCalendar calendar) {
        Violations found = new Violations();
        if (calendar.week().isEmpty()
                && calendar.holidays().stream()
                        .allMatch(holiday -> holiday.hours().isEmpty())) {
            found.add("week", "no_hours", "a calendar needs hours on at least one day");
        }
        overlaps(calendar, found);
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < calendar.holidays().size(); i++) {
            Holiday holiday = calendar.holidays().get(i);
            if (holiday.day() instanceof Holiday.Once once && !dates.add(once.date())) {
                found.add(
                        "holidays[" + i + "].date",
                        "twice",
                        "two holidays are on " + once.date(),
                        Map.of("name", once.date().toString()));
            }
            overlap("holidays[" + i + "].hours", periods(holiday.hours(), 0), Long.MAX_VALUE, found);
        }
        int index = 0;
        for (String region : calendar.regions()) {
            if (source(region).isEmpty()) {
                found.add(
                        "regions[" + index + "]",
                        "unknown_region",
                        "no plugin here knows the public holidays of '" + region + "'",
                        Map.of("region", region));
            }
            index++;
        }
        return found.all();
    }

    /** A shift over midnight may meet the hours of the next day. */
    private static void overlaps(BusinessCalendar calendar, Violations found) {
        for (DayOfWeek day : DayOfWeek.values()) {
            List<long[]> periods = periods(calendar.week().getOrDefault(day, List.of()), 0);
            periods.addAll(periods(calendar.week().getOrDefault(day.plus(1), List.of()), DAY));
            overlap("week." + day.name().toLowerCase(Locale.ROOT), periods, DAY, found);
        }
    }

    private static List<long[]> periods(List<OpeningHours> hours, long offset) {
        List<long[]> periods = new ArrayList<>();
        hours.forEach(open -> periods.add(new long[] {offset + open.fromMillis(), offset + open.toMillis()}));
        return periods;
    }

    /** Only those that begin before {@code end}; what begins later is looked at with its own day. */
    private static void overlap(String path, List<long[]> periods, long end, Violations found) {
        periods.sort(Comparator.comparingLong(period -> period[0]));
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i - 1)[0] < end && periods.get(i)[0] < periods.get(i - 1)[1]) {
                found.add(path, "overlap", "hours of a day, and those of the day after it, must not overlap");
                return;
            }
        }
    }
}

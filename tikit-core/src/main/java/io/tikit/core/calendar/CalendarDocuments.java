package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.OpeningHours;
import io.tikit.api.error.Violation;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Calendars as configuration documents. */
public final class CalendarDocuments implements ConfigurationKind<BusinessCalendar> {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_HOLIDAYS = 1_000;
    private static final int MOST_REGIONS = 20;

    private final CalendarRules rules;

    public CalendarDocuments(CalendarRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return BusinessCalendar.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public BusinessCalendar read(BodyReader body) {
        ZoneId zone = parse(
                        body,
                        "zone",
                        body.text("zone", LONGEST),
                        ZoneId::of,
                        "a zone is named as in the IANA database, such as Europe/Berlin")
                .orElse(ZoneOffset.UTC);
        BodyReader days = body.object("week");
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours(days, lower(day)));
        }
        List<Holiday> holidays = body.objects("holidays", MOST_HOLIDAYS, CalendarDocuments::holiday);
        Set<String> regions = new LinkedHashSet<>(body.texts("regions", MOST_REGIONS, LONGEST_NAME));
        return new BusinessCalendar(zone, week, holidays, regions);
    }

    private static List<OpeningHours> hours(BodyReader body, String name) {
        return body.optionalText(name, LONGEST)
                .flatMap(text ->
                        parse(body, name, text, OpeningHours::parseAll, "hours are written as 09:00-12:00 13:00-17:30"))
                .orElse(List.of());
    }

    private static Holiday holiday(BodyReader body) {
        Holiday.Day day;
        if (body.has("date")) {
            day = new Holiday.Once(
                    parse(body, "date", body.text("date", LONGEST), LocalDate::parse, "a date is written as 2026-12-24")
                            .orElse(LocalDate.EPOCH));
        } else if (body.has("yearly")) {
            day = new Holiday.Yearly(parse(
                            body,
                            "yearly",
                            body.text("yearly", LONGEST),
                            text -> MonthDay.parse("--" + text),
                            "a day of every year is written as 12-24")
                    .orElse(MonthDay.of(1, 1)));
        } else {
            day = weekday(body);
        }
        return new Holiday(body.text("name", LONGEST_NAME), day, hours(body, "hours"));
    }

    private static Holiday.Day weekday(BodyReader body) {
        int ordinal = (int) body.whole("ordinal", -5, 5, 0);
        if (ordinal == 0) {
            body.finding("", "no_day", "a holiday has a date, a day of every year, or a weekday of a month");
            ordinal = 1;
        }
        DayOfWeek weekday = body.choice("weekday", DayOfWeek.class, DayOfWeek.MONDAY);
        return new Holiday.NthWeekday(ordinal, weekday, body.choice("month", Month.class, Month.JANUARY));
    }

    private static <T> Optional<T> parse(
            BodyReader body, String name, String text, Function<String, T> parser, String form) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            body.finding(name, "bad_time", form + ", not '" + text + "'");
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> write(BusinessCalendar calendar) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("zone", calendar.zone().getId());
        Map<String, Object> week = new LinkedHashMap<>();
        calendar.week().forEach((day, hours) -> week.put(lower(day), OpeningHours.text(hours)));
        body.put("week", week);
        List<Object> holidays = new ArrayList<>();
        calendar.holidays().forEach(holiday -> holidays.add(write(holiday)));
        if (!holidays.isEmpty()) {
            body.put("holidays", holidays);
        }
        if (!calendar.regions().isEmpty()) {
            body.put("regions", new ArrayList<Object>(calendar.regions()));
        }
        return body;
    }

    private static Map<String, Object> write(Holiday holiday) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", holiday.name());
        if (holiday.day() instanceof Holiday.Once once) {
            written.put("date", once.date().toString());
        } else if (holiday.day() instanceof Holiday.Yearly yearly) {
            written.put("yearly", yearly.day().toString().substring(2));
        } else if (holiday.day() instanceof Holiday.NthWeekday nth) {
            written.put("ordinal", (long) nth.ordinal());
            written.put("weekday", lower(nth.weekday()));
            written.put("month", lower(nth.month()));
        }
        if (!holiday.hours().isEmpty()) {
            written.put("hours", OpeningHours.text(holiday.hours()));
        }
        return written;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Violation> check(BusinessCalendar calendar, Optional<BusinessCalendar> before) {
        return rules.violations(calendar);
    }
}

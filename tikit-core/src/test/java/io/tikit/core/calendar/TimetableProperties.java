package io.tikit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.OpeningHours;
import io.tikit.api.calendar.Timetable;
import io.tikit.tck.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The arithmetic is what looking at the clock every minute finds. */
@Requirement("REQ-AW-011")
class TimetableProperties {
    private static final Instant TEN_YEARS = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TEN_YEARS_LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final List<String> ODD_ZONES = List.of(
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Casablanca",
            "America/Sao_Paulo",
            "Asia/Tehran",
            "Europe/Dublin");

    @Property(tries = 300)
    void randomCalendarsAtRandomTimes(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        ZoneId zone = ZoneId.of(
                random.nextInt(4) == 0
                        ? ODD_ZONES.get(random.nextInt(ODD_ZONES.size()))
                        : zones.get(random.nextInt(zones.size())));
        // from 1973 on all offsets are whole minutes
        LocalDate first = LocalDate.of(1973, 1, 1).plusDays(random.nextInt(60 * 365));
        agrees(
                calendar(random, zone, first),
                first.atStartOfDay(zone).toInstant().toEpochMilli(),
                8,
                random);
    }

    /** All zones that have the same rules are tried once. */
    @Test
    void everyChangeOfOffsetWithinTenYears() {
        Map<ZoneRules, ZoneId> zones = new LinkedHashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .forEach(id -> zones.putIfAbsent(ZoneId.of(id).getRules(), ZoneId.of(id)));
        Random random = new Random(17);
        int changes = 0;
        for (ZoneId zone : zones.values()) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(TEN_YEARS);
            while (change != null && change.getInstant().isBefore(TEN_YEARS_LATER)) {
                LocalDate date = change.getDateTimeBefore().toLocalDate();
                long from = change.getInstant().toEpochMilli()
                        - Duration.ofHours(36).toMillis();
                agrees(calendar(random, zone, date), from, 3, random);
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThan(1_000);
    }

    @Property(tries = 300)
    void tenYearsAreTheSumOfTheirParts(@ForAll long seed) {
        Random random = new Random(seed);
        BusinessCalendar calendar = calendar(random, ZoneId.of("Europe/Berlin"), LocalDate.of(2024, 5, 1));
        Timetable timetable = new BlockTimetable(calendar, DayHours.PublicHolidays.NONE);
        List<Instant> at = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            at.add(TEN_YEARS.plusMillis((long) (random.nextDouble()
                    * Duration.between(TEN_YEARS, TEN_YEARS_LATER).toMillis())));
        }
        at.sort(null);
        Duration sum = Duration.ZERO;
        for (int i = 1; i < at.size(); i++) {
            Duration part = timetable.businessTime(at.get(i - 1), at.get(i));
            sum = sum.plus(part);
            assertThat(part)
                    .isBetween(
                            Duration.ZERO,
                            Duration.between(at.get(i - 1), at.get(i)).plusMillis(1));
            inverse(timetable, at.get(i - 1), part);
        }
        assertThat(timetable.businessTime(at.get(0), at.get(19))).isEqualTo(sum);
        assertThat(timetable.businessTime(at.get(19), at.get(0))).isEqualTo(sum.negated());
        Duration drawn = timetable.periods(at.get(0), at.get(0).plus(Duration.ofDays(400))).stream()
                .map(period -> Duration.between(period.from(), period.to()))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(timetable.businessTime(at.get(0), at.get(0).plus(Duration.ofDays(400))))
                .isEqualTo(drawn);
    }

    private static void inverse(Timetable timetable, Instant start, Duration duration) {
        Instant end = timetable.instantAfter(start, duration);
        assertThat(timetable.businessTime(start, end)).isEqualTo(duration);
        if (duration.isZero()) {
            assertThat(timetable.isOpen(end)).isTrue();
        } else {
            assertThat(timetable.isOpen(end.minusMillis(1))).isTrue();
        }
    }

    private static void agrees(BusinessCalendar calendar, long from, int days, Random random) {
        MinuteOracle oracle = new MinuteOracle(calendar, from, days * 24 * 60);
        Timetable timetable = new BlockTimetable(calendar, DayHours.PublicHolidays.NONE);
        long length = oracle.minutes() * MinuteOracle.MINUTE;
        for (int i = 0; i < 60; i++) {
            long a = somewhere(random, length);
            long b = a + (long) (random.nextDouble() * (length - a));
            String what =
                    calendar + " from " + Instant.ofEpochMilli(from + a) + " to " + Instant.ofEpochMilli(from + b);
            long sum = oracle.sum(b) - oracle.sum(a);
            assertThat(timetable
                            .businessTime(Instant.ofEpochMilli(from + a), Instant.ofEpochMilli(from + b))
                            .toMillis())
                    .as(what)
                    .isEqualTo(sum);
            assertThat(timetable.isOpen(Instant.ofEpochMilli(from + a)))
                    .as(what)
                    .isEqualTo(oracle.isOpen(Math.floorDiv(from + a, MinuteOracle.MINUTE) * MinuteOracle.MINUTE));
            long reached = reach(oracle, a, sum);
            if (reached >= 0) {
                assertThat(timetable.instantAfter(Instant.ofEpochMilli(from + a), Duration.ofMillis(sum)))
                        .as(what + " after " + Duration.ofMillis(sum))
                        .isEqualTo(Instant.ofEpochMilli(from + reached));
            }
        }
    }

    private static long reach(MinuteOracle oracle, long from, long sum) {
        if (sum > 0) {
            return oracle.reach(oracle.sum(from) + sum, from);
        }
        for (long at = from;
                at < oracle.minutes() * MinuteOracle.MINUTE;
                at = (at / MinuteOracle.MINUTE + 1) * MinuteOracle.MINUTE) {
            if (oracle.isOpen(Math.floorDiv(oracle.from() + at, MinuteOracle.MINUTE) * MinuteOracle.MINUTE)) {
                return at;
            }
        }
        return -1;
    }

    private static long somewhere(Random random, long length) {
        long at = (long) (random.nextDouble() * length);
        return random.nextBoolean() ? at / MinuteOracle.MINUTE * MinuteOracle.MINUTE : at;
    }

    private static BusinessCalendar calendar(Random random, ZoneId zone, LocalDate around) {
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(4) == 0 ? List.of() : hours(random));
        }
        // one day that is open in any case, so that there is an end to every search
        week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(hours(random, random.nextInt(1440))));
        List<Holiday> holidays = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate date = around.plusDays(random.nextInt(10));
            Holiday.Day day = switch (random.nextInt(3)) {
                case 0 -> new Holiday.Once(date);
                case 1 -> new Holiday.Yearly(MonthDay.from(date));
                default ->
                    new Holiday.NthWeekday(
                            random.nextBoolean() ? 1 + random.nextInt(5) : -1 - random.nextInt(5),
                            date.getDayOfWeek(),
                            Month.from(date));
            };
            holidays.add(new Holiday("day " + i, day, random.nextBoolean() ? List.of() : hours(random)));
        }
        return new BusinessCalendar(zone, week, holidays, Set.of());
    }

    private static List<OpeningHours> hours(Random random) {
        List<OpeningHours> hours = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            hours.add(hours(random, random.nextInt(1440)));
        }
        return hours;
    }

    private static OpeningHours hours(Random random, int from) {
        if (random.nextInt(10) == 0) {
            return OpeningHours.ALL_DAY;
        }
        int to = random.nextInt(6) == 0 ? 0 : (from + 1 + random.nextInt(1438)) % 1440;
        return to == from
                ? OpeningHours.ALL_DAY
                : new OpeningHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    }
}

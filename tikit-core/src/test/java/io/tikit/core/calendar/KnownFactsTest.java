package io.tikit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.Timetable;
import io.tikit.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers that other projects' tests give, where the file of them is there. */
@Requirement("REQ-AW-011")
class KnownFactsTest {
    private static final Path FACTS = Path.of("../../shared/data/sla-facts/sla_facts.csv");

    @TestFactory
    Stream<DynamicTest> facts() throws IOException {
        Assumptions.assumeTrue(Files.exists(FACTS), "the known facts are not here");
        List<String> lines = Files.readAllLines(FACTS);
        List<String> names = List.of(lines.get(0).split(","));
        assertThat(lines).hasSizeGreaterThan(40);
        return lines.subList(1, lines.size()).stream().map(line -> {
            String[] cells = line.split(",", -1);
            return DynamicTest.dynamicTest(cells[0] + " " + cells[names.indexOf("tags")], () -> holds(names, cells));
        });
    }

    private static void holds(List<String> names, String[] cells) {
        Timetable timetable = new BlockTimetable(calendar(names, cells), DayHours.PublicHolidays.NONE);
        Instant start = Instant.parse(cells[names.indexOf("start_utc")]);
        Instant end = Instant.parse(cells[names.indexOf("end_utc")]);
        Duration working = Duration.ofSeconds(Long.parseLong(cells[names.indexOf("business_seconds")]));
        List<Timetable.Period> pauses = pauses(cells[names.indexOf("pauses_utc")]);
        for (Timetable.Period pause : pauses) {
            working = working.plus(timetable.businessTime(pause.from(), pause.to()));
        }
        if (cells[names.indexOf("op")].equals("add")) {
            assertThat(timetable.instantAfter(start, working)).isEqualTo(end);
        }
        assertThat(timetable.businessTime(start, end)).isEqualTo(working);
    }

    private static List<Timetable.Period> pauses(String text) {
        List<Timetable.Period> pauses = new ArrayList<>();
        for (String pause : text.isEmpty() ? new String[0] : text.split("\\|", -1)) {
            String[] ends = pause.split("/", -1);
            pauses.add(new Timetable.Period(Instant.parse(ends[0]), Instant.parse(ends[1])));
        }
        return pauses;
    }

    private static BusinessCalendar calendar(List<String> names, String[] cells) {
        BusinessCalendar calendar = BusinessCalendar.in(ZoneId.of(cells[names.indexOf("timezone")]));
        for (String day : cells[names.indexOf("working_hours")].split(";", -1)) {
            String[] parts = day.strip().split(" ", 2);
            for (DayOfWeek weekday : DayOfWeek.values()) {
                if (weekday.name().toLowerCase(Locale.ROOT).startsWith(parts[0])) {
                    calendar = calendar.open(weekday, weekday, parts[1]);
                }
            }
        }
        for (String date : cells[names.indexOf("holidays")].strip().split(" ", -1)) {
            if (!date.isEmpty()) {
                calendar = calendar.with(Holiday.on("holiday", LocalDate.parse(date)));
            }
        }
        return calendar;
    }
}

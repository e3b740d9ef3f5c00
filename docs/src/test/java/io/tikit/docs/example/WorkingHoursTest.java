package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.core.TikitEngine;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A calendar, and what takes how long in it. */
class WorkingHoursTest {
    @Test
    void calendarsReckon() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            // tag::save
            BusinessCalendar office = BusinessCalendar.in(ZoneId.of("Europe/Berlin"))
                    .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00 13:00-17:30")
                    .with(Holiday.on("Outing", LocalDate.of(2026, 7, 3)))
                    .with(Holiday.yearly("Christmas Eve", MonthDay.of(12, 24)).withHours("09:00-12:00"));
            desk.configuration()
                    .save(SaveDocument.of(
                            "calendar",
                            "office",
                            "Office hours",
                            desk.calendars().body(office)));
            // end::save
            // tag::reckon
            Timetable hours = desk.calendars().timetable("office");
            Instant opened = Instant.parse("2026-12-23T15:00:00Z"); // 16:00 in Berlin
            Instant due = hours.instantAfter(opened, Duration.ofHours(4)); // Christmas Eve, 11:30 in Berlin
            Duration worked = hours.businessTime(opened, due); // four hours again
            // end::reckon
            assertThat(due).isEqualTo("2026-12-24T10:30:00Z");
            assertThat(worked).isEqualTo(Duration.ofHours(4));
        }
    }
}

package io.tikit.core;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.OpeningHours;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.Role;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.calendar.HolidaySource;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators keep calendars as configuration, and everybody reckons with them. */
class CalendarScenarioTest {
    private static final BusinessCalendar OFFICE = BusinessCalendar.in(ZoneId.of("Europe/Berlin"))
            .open(MONDAY, FRIDAY, "09:00-12:00 13:00-17:00")
            .with(Holiday.on("Outing", LocalDate.of(2026, 7, 3)))
            .with(Holiday.yearly("Christmas Eve", MonthDay.of(12, 24)).withHours("09:00-12:00"))
            .with(new Holiday(
                    "Thanksgiving",
                    new Holiday.NthWeekday(4, DayOfWeek.THURSDAY, Month.NOVEMBER),
                    OpeningHours.parseAll("")))
            .withHolidaysOf("de-by");
    private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
    private static DeskFixture fixture;
    private static Desk admin;

    @BeforeAll
    static void open() {
        fixture = new DeskFixture(builder -> builder.plugin(new Bavaria()));
        admin = fixture.admin;
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Knows Epiphany. */
    private static final class Bavaria implements TikitPlugin, HolidaySource {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("bavaria", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.HOLIDAY_SOURCE, "bavaria", this);
        }

        @Override
        public boolean knows(String region) {
            return region.equals("de-by");
        }

        @Override
        public Map<LocalDate, String> holidays(String region, int year) {
            return Map.of(LocalDate.of(year, 1, 6), "Epiphany");
        }
    }

    private static void save(String key, BusinessCalendar calendar) {
        admin.configuration()
                .save(SaveDocument.of(
                        "calendar", key, "Hours", admin.calendars().body(calendar)));
    }

    @Test
    void aCalendarComesBackAsItWasSavedAndReckons() {
        save("office", OFFICE);
        Desk agent = fixture.service(Role.AGENT);
        assertThat(agent.calendars().calendar("office")).isEqualTo(OFFICE);
        Timetable hours = agent.calendars().timetable("office");
        assertThat(hours.instantAfter(NINE, Duration.ofHours(8))).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(hours.isOpen(Instant.parse("2027-01-06T10:00:00Z"))).isFalse();
        assertThat(agent.calendars().holidays(OFFICE, 2026))
                .extracting(Holiday::name)
                .containsExactly("Epiphany", "Outing", "Thanksgiving", "Christmas Eve");
    }

    @Test
    void anEarlierVersionReckonsAsItDid() {
        save("team", OFFICE);
        Timetable before = admin.calendars().timetable("team");
        save("team", OFFICE.open(MONDAY, FRIDAY, "09:00-17:00"));
        assertThat(admin.calendars().timetable("team").instantAfter(NINE, Duration.ofHours(8)))
                .isEqualTo("2026-11-23T16:00:00Z");
        assertThat(admin.calendars().timetable("team", 1).instantAfter(NINE, Duration.ofHours(8)))
                .isEqualTo(before.instantAfter(NINE, Duration.ofHours(8)))
                .isEqualTo("2026-11-24T09:00:00Z");
        assertThatThrownBy(() -> admin.calendars().timetable("team", 3)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin.calendars().timetable("none")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin.calendars().timetable("no such\u0000key"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> admin.configuration()
                        .save(SaveDocument.of(
                                "calendar",
                                "bad",
                                "Bad",
                                "{\"zone\":\"Mars/Base\",\"week\":{\"monday\":\"9 to 5\",\"moonday\":\"\"},"
                                        + "\"holidays\":[{\"name\":\"x\"},{\"name\":\"y\",\"date\":\"2026-13-01\"}]}")))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path)
                                .contains("body.zone", "body.week.monday", "body.week.moonday", "body.holidays[0]")
                                .contains("body.holidays[1].date"));
        assertThatThrownBy(() -> admin.calendars()
                        .preview(BusinessCalendar.in(ZoneId.of("UTC")).withHolidaysOf("zz")))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("no_hours", "unknown_region"));
        assertThatThrownBy(() -> admin.calendars()
                        .preview(OFFICE.open(MONDAY, MONDAY, "22:00-10:00")
                                .with(Holiday.on("again", LocalDate.of(2026, 7, 3)))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("overlap", "twice"));
    }
}

package io.tikit.core.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.error.InvalidException;
import io.tikit.tck.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The conventions, one by one. */
@Requirement("REQ-AW-011")
class TimetableTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessCalendar OFFICE =
            BusinessCalendar.in(BERLIN).open(MONDAY, FRIDAY, "09:00-12:00 13:00-17:00");

    private static Timetable of(BusinessCalendar calendar) {
        return new BlockTimetable(calendar, (region, year) -> Map.of(LocalDate.of(year, 5, 1), "Labour Day"));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds((long) (hours * 3600));
    }

    @Test
    void whatFillsTheDayIsDueAtClosingTime() {
        assertThat(of(OFFICE).instantAfter(at("2026-11-23T08:00:00Z"), hours(7)))
                .isEqualTo("2026-11-23T16:00:00Z");
        assertThat(of(OFFICE).instantAfter(at("2026-11-23T08:00:00Z"), hours(3)))
                .isEqualTo("2026-11-23T11:00:00Z");
        assertThat(of(OFFICE).instantAfter(at("2026-11-23T08:00:00Z"), hours(7).plusMillis(1)))
                .isEqualTo("2026-11-24T08:00:00.001Z");
    }

    @Test
    void noDurationEndsAtTheNextWorkingInstant() {
        assertThat(of(OFFICE).instantAfter(at("2026-11-21T10:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-11-23T08:00:00Z");
        assertThat(of(OFFICE).instantAfter(at("2026-11-23T09:30:00.250Z"), Duration.ZERO))
                .isEqualTo("2026-11-23T09:30:00.250Z");
        assertThat(of(OFFICE).instantAfter(at("2026-11-23T16:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-11-24T08:00:00Z");
    }

    /** In Berlin, 02:00 to 03:00 of 29 March 2026 does not exist, and that of 25 October comes twice. */
    @Test
    void hoursInAGapDoNotExistAndThoseOfAnOverlapAreRealTime() {
        BusinessCalendar nights = BusinessCalendar.in(BERLIN).open(SUNDAY, SUNDAY, "02:00-03:00");
        assertThat(of(nights).businessTime(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isZero();
        assertThat(of(nights).businessTime(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")))
                .isEqualTo(hours(2));
        BusinessCalendar always = BusinessCalendar.always(BERLIN);
        assertThat(of(always).businessTime(at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")))
                .isEqualTo(hours(23));
        assertThat(of(always).businessTime(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")))
                .isEqualTo(hours(25));
    }

    @Test
    void aShiftThatCrossesMidnightBelongsToTheDayOnWhichItBegins() {
        BusinessCalendar nights = BusinessCalendar.in(ZoneId.of("UTC"))
                .open(MONDAY, SUNDAY, "22:00-06:00")
                .with(Holiday.on("closed", LocalDate.of(2026, 11, 25)));
        assertThat(of(nights).periods(at("2026-11-24T12:00:00Z"), at("2026-11-27T12:00:00Z")))
                .containsExactly(
                        new Timetable.Period(at("2026-11-24T22:00:00Z"), at("2026-11-25T06:00:00Z")),
                        new Timetable.Period(at("2026-11-26T22:00:00Z"), at("2026-11-27T06:00:00Z")));
    }

    @Test
    void aSingleDateWinsOverEveryYearAndBothOverARegion() {
        BusinessCalendar calendar = OFFICE.withHolidaysOf("de")
                .with(Holiday.yearly("Labour Day, half", MonthDay.of(5, 1)).withHours("09:00-12:00"))
                .with(Holiday.on("Labour Day with fair", LocalDate.of(2026, 5, 1))
                        .withHours("10:00-14:00"));
        assertThat(day(OFFICE.withHolidaysOf("de"), 2026)).isZero();
        assertThat(day(calendar, 2025)).isEqualTo(hours(3));
        assertThat(day(calendar, 2026)).isEqualTo(hours(4));
    }

    private static Duration day(BusinessCalendar calendar, int year) {
        Instant from = LocalDate.of(year, 5, 1).atStartOfDay(BERLIN).toInstant();
        return of(calendar).businessTime(from, from.plus(Duration.ofDays(1)));
    }

    @Test
    void aDayThatWasSkippedHasNoHours() {
        BusinessCalendar apia = BusinessCalendar.in(ZoneId.of("Pacific/Apia")).open(FRIDAY, FRIDAY, "09:00-17:00");
        assertThat(of(apia).businessTime(at("2011-12-29T12:00:00Z"), at("2012-01-02T12:00:00Z")))
                .isZero();
        assertThat(of(BusinessCalendar.always(ZoneId.of("Pacific/Apia")))
                        .businessTime(at("2011-12-28T10:00:00Z"), at("2012-01-01T10:00:00Z")))
                .isEqualTo(Duration.ofDays(4));
    }

    @Test
    void aLeapDayIsAHolidayInLeapYearsOnly() {
        BusinessCalendar calendar =
                BusinessCalendar.always(ZoneId.of("UTC")).with(Holiday.yearly("leap day", MonthDay.of(2, 29)));
        assertThat(of(calendar).businessTime(at("2027-02-01T00:00:00Z"), at("2027-04-01T00:00:00Z")))
                .isEqualTo(Duration.ofDays(59));
        assertThat(of(calendar).businessTime(at("2028-02-01T00:00:00Z"), at("2028-04-01T00:00:00Z")))
                .isEqualTo(Duration.ofDays(59));
    }

    @Test
    void openingAndClosingAreFoundAcrossTheEndsOfBlocks() {
        Timetable always = of(BusinessCalendar.always(BERLIN));
        assertThat(always.nextClosing(Timetable.FIRST)).isEmpty();
        assertThat(always.nextOpening(Timetable.FIRST)).isEmpty();
        assertThat(always.instantAfter(at("2026-01-01T00:00:00Z"), Duration.ofDays(3650)))
                .isEqualTo(at("2026-01-01T00:00:00Z").plus(Duration.ofDays(3650)));
        assertThat(of(OFFICE).nextOpening(at("2026-11-20T16:00:00Z"))).contains(at("2026-11-23T08:00:00Z"));
        assertThat(of(OFFICE).nextClosing(at("2026-11-20T16:00:00Z"))).contains(at("2026-11-23T11:00:00Z"));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        BusinessCalendar once = BusinessCalendar.in(BERLIN)
                .with(Holiday.on("fair", LocalDate.of(2026, 11, 24)).withHours("10:00-14:00"));
        assertThat(of(once).instantAfter(at("2026-11-23T00:00:00Z"), hours(4))).isEqualTo("2026-11-24T13:00:00Z");
        assertThatThrownBy(() -> of(once).instantAfter(at("2026-11-23T00:00:00Z"), hours(4).plusMillis(1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("PT4H0.001S");
        assertThatThrownBy(() -> of(OFFICE).instantAfter(at("2026-11-23T00:00:00Z"), hours(-1)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(
                        () -> of(OFFICE).instantAfter(at("2026-11-23T00:00:00Z"), Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> of(OFFICE).isOpen(Instant.MAX)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> of(OFFICE).businessTime(Instant.MIN, Instant.EPOCH))
                .isInstanceOf(InvalidException.class);
    }
}

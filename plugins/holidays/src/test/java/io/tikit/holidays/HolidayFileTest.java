package io.tikit.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.calendar.Holiday;
import io.tikit.api.error.InvalidException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

class HolidayFileTest {
    private static String file(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//desk//test//EN\r\n");
        int uid = 0;
        for (String event : events) {
            text.append("BEGIN:VEVENT\r\nUID:")
                    .append(uid++)
                    .append("\r\nDTSTAMP:20260101T000000Z\r\n")
                    .append(event)
                    .append("\r\nEND:VEVENT\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private static HolidayFile read(String... events) {
        return HolidayFile.read(file(events), 2026, 2028);
    }

    @Test
    void eachWholeDayIsAHoliday() {
        assertThat(read(
                                "SUMMARY:Fête\r\nDTSTART;VALUE=DATE:20260714",
                                "SUMMARY:Break\r\nDTSTART;VALUE=DATE:20261224\r\n" + "DTEND;VALUE=DATE:20261227")
                        .holidays())
                .containsExactly(
                        Holiday.on("Fête", LocalDate.of(2026, 7, 14)),
                        Holiday.on("Break", LocalDate.of(2026, 12, 24)),
                        Holiday.on("Break", LocalDate.of(2026, 12, 25)),
                        Holiday.on("Break", LocalDate.of(2026, 12, 26)));
    }

    @Test
    void whatComesEveryYearIsAHolidayOfEveryYear() {
        assertThat(read("SUMMARY:New Year\r\nDTSTART;VALUE=DATE:19700101\r\nRRULE:FREQ=YEARLY")
                        .holidays())
                .containsExactly(Holiday.yearly("New Year", MonthDay.of(1, 1)));
    }

    @Test
    void otherRepetitionsAreSingleDatesWithinTheYears() {
        assertThat(read("SUMMARY:Thanksgiving\r\nDTSTART;VALUE=DATE:20201126\r\n"
                                + "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nEXDATE;VALUE=DATE:20271125")
                        .holidays())
                .containsExactly(
                        Holiday.on("Thanksgiving", LocalDate.of(2026, 11, 26)),
                        Holiday.on("Thanksgiving", LocalDate.of(2028, 11, 23)));
    }

    @Test
    void whatIsNoWholeDayIsNamedAsLeftOut() {
        HolidayFile file = read(
                "SUMMARY:Meeting\r\nDTSTART:20260714T090000Z\r\nDTEND:20260714T100000Z",
                "SUMMARY:Long ago\r\nDTSTART;VALUE=DATE:19990714",
                "SUMMARY:Every second\r\nDTSTART;VALUE=DATE:20260714\r\nRRULE:FREQ=SECONDLY");
        assertThat(file.holidays()).isEmpty();
        assertThat(file.leftOut()).containsExactly("Meeting", "Long ago", "Every second");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> HolidayFile.read("holidays: none", 2026, 2028)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> HolidayFile.read("x".repeat(5_000_001), 2026, 2028))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> HolidayFile.read(
                        file("SUMMARY:All\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY"), 2026, 2030))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("1000");
    }
}

package io.tikit.holidays;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * The holidays of an iCalendar file (RFC 5545): its events that last whole days.
 *
 * @param holidays the holidays, in the order of the file; an event that comes on the same date every year is one for every
 *     year, other repetitions and events of several days are single dates
 * @param leftOut the names of events that are no holidays because they have times of day, repeat within a day, or lie
 *     outside of the years
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record HolidayFile(List<Holiday> holidays, List<String> leftOut) {
    private static final int LONGEST = 5_000_000;
    private static final int MOST = 1_000;

    /** Copies the lists. */
    public HolidayFile {
        holidays = List.copyOf(holidays);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a file. Needs no engine.
     *
     * @param text the text of the file, at most 5,000,000 characters
     * @param firstYear the first year of which single dates are taken
     * @param lastYear the last of them
     * @return its holidays, at most 1,000
     * @throws InvalidException with code INVALID_COMMAND if the text is no iCalendar file, or too long, or has too many
     */
    public static HolidayFile read(String text, int firstYear, int lastYear) {
        if (text.length() > LONGEST) {
            throw invalid("too_long", "a file of holidays has at most " + LONGEST + " characters");
        }
        List<Holiday> holidays = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (CalendarComponent component : parse(text).getComponentList().getAll()) {
            if (component instanceof VEvent event) {
                HolidayEvent holiday = new HolidayEvent(event);
                List<Holiday> found = holiday.holidays(firstYear, lastYear);
                holidays.addAll(found);
                if (found.isEmpty()) {
                    leftOut.add(holiday.name());
                }
            }
            if (holidays.size() > MOST) {
                throw invalid("too_many", "a calendar has at most " + MOST + " holidays; choose fewer years");
            }
        }
        return new HolidayFile(holidays, leftOut);
    }

    private static Calendar parse(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException | RuntimeException e) {
            throw invalid("not_icalendar", "the text is no iCalendar file: " + e.getMessage());
        }
    }

    private static InvalidException invalid(String key, String message) {
        return new InvalidException(ErrorCode.INVALID_COMMAND, Violation.of("text", key, message));
    }
}

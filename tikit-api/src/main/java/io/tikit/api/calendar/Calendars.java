package io.tikit.api.calendar;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * The calendars of a desk, for everybody who may use the desk. Administrators set calendars up as {@linkplain
 * io.tikit.api.configuration.Configuration configuration documents} of kind {@link BusinessCalendar#KIND}. Safe for use
 * by several threads; reads only.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Calendars {
    /**
     * The timetable of a calendar as it is now set up; one that is retired still has one.
     *
     * @param key the key of the calendar
     * @return the timetable of its latest version, which stays as it is when the calendar changes
     * @throws io.tikit.api.error.NotFoundException with code DOCUMENT_NOT_FOUND if there is no such calendar
     */
    Timetable timetable(String key);

    /**
     * The timetable of an earlier version of a calendar, to reckon again what was reckoned with it.
     *
     * @param key the key of the calendar
     * @param version the version, from 1 on
     * @return its timetable
     * @throws io.tikit.api.error.NotFoundException with code DOCUMENT_NOT_FOUND if there is no such version
     */
    Timetable timetable(String key, long version);

    /**
     * The timetable of a calendar that is not set up, to see what it would be.
     *
     * @param calendar the calendar
     * @return its timetable
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY and all violations of the calendar
     */
    Timetable preview(BusinessCalendar calendar);

    /**
     * The days of a year that have hours of their own.
     *
     * @param calendar the calendar, set up or not
     * @param year the year, 1900 to 2199
     * @return the days by date, public holidays of the calendar's regions included; where several fall on a date, the one
     *     that counts
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY and all violations, also of the year
     */
    List<Holiday> holidays(BusinessCalendar calendar, int year);

    /**
     * Finds a calendar.
     *
     * @param key the key of the calendar
     * @return the calendar as it is now set up
     * @throws io.tikit.api.error.NotFoundException with code DOCUMENT_NOT_FOUND if there is no such calendar
     */
    BusinessCalendar calendar(String key);

    /**
     * A calendar as the body of a configuration document.
     *
     * @param calendar the calendar
     * @return the body, for {@link io.tikit.api.configuration.SaveDocument}
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY and all violations of the calendar
     */
    String body(BusinessCalendar calendar);
}

/**
 * Business calendars: when people work, and how long things take in working time. A {@link
 * io.tikit.api.calendar.BusinessCalendar} says so in local time, as people do; a {@link io.tikit.api.calendar.Timetable}
 * is the same on the line of instants and does the arithmetic. Calendars are kept as configuration documents of kind
 * {@code calendar}, so each has versions, and what was reckoned with a version can be reckoned again.
 *
 * <p>The conventions, each of which is tested:
 *
 * <ul>
 *   <li>An instant is working time if the clock on the wall shows an hour at which the calendar is open. So hours inside
 *       the gap of a spring change do not exist, and hours that an autumn change gives twice count twice in real time,
 *       each real millisecond once.
 *   <li>A period includes its beginning and excludes its end. A duration that exactly fills the day ends at closing
 *       time, not at the next opening.
 *   <li>A shift that crosses midnight belongs to the day on which it begins: a holiday takes away the shift that begins
 *       on it and leaves the end of the shift from the evening before.
 *   <li>Everything is exact to the millisecond; smaller fractions of instants and durations are cut off.
 * </ul>
 */
@NullMarked
package io.tikit.api.calendar;

import org.jspecify.annotations.NullMarked;

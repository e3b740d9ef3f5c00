/**
 * Business calendars. {@link io.tikit.core.calendar.BlockTimetable} is where the arithmetic is: it lays a calendar out on
 * the line of instants, a block of about a year at a time, and answers from sums. Nothing else reckons in working time.
 * {@link io.tikit.core.calendar.CalendarDocuments} keeps calendars as configuration, {@link
 * io.tikit.core.calendar.Timetables} those that are in use in memory.
 */
@NullMarked
package io.tikit.core.calendar;

import org.jspecify.annotations.NullMarked;

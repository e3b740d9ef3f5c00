/**
 * Holidays for business calendars. {@link io.tikit.holidays.HolidaysPlugin} tells the engine the public holidays of
 * regions, by Jollyday; {@link io.tikit.holidays.HolidayFile} reads the holidays of an iCalendar file, such as those that
 * authorities publish, for a host to put into a calendar.
 */
@NullMarked
package io.tikit.holidays;

import org.jspecify.annotations.NullMarked;

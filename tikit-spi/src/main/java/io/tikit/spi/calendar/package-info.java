/** Where public holidays come from: {@link io.tikit.spi.calendar.HolidaySource}. */
@NullMarked
package io.tikit.spi.calendar;

import org.jspecify.annotations.NullMarked;

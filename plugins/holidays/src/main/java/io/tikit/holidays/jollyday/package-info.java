/**
 * Jollyday behind {@link io.tikit.spi.calendar.HolidaySource}. On the module path, Jollyday's core reads the data classes
 * of its reader by reflection, which their module does not allow; so it is given classes of this package instead, which
 * hand everything on.
 */
@NullMarked
package io.tikit.holidays.jollyday;

import org.jspecify.annotations.NullMarked;

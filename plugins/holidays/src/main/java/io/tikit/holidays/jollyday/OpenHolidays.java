package io.tikit.holidays.jollyday;

import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.util.List;

/** Rules of holidays that Jollyday's core may read by reflection; public for that alone. */
public final class OpenHolidays implements HolidayConfigurations {
    private final HolidayConfigurations inner;

    OpenHolidays(HolidayConfigurations inner) {
        this.inner = inner;
    }

    @Override
    public List<FixedHolidayConfiguration> fixed() {
        return inner.fixed();
    }

    @Override
    public List<RelativeToFixedHolidayConfiguration> relativeToFixed() {
        return inner.relativeToFixed();
    }

    @Override
    public List<RelativeToWeekdayInMonthHolidayConfiguration> relativeToWeekdayInMonth() {
        return inner.relativeToWeekdayInMonth();
    }

    @Override
    public List<FixedWeekdayInMonthHolidayConfiguration> fixedWeekdays() {
        return inner.fixedWeekdays();
    }

    @Override
    public List<ChristianHolidayConfiguration> christianHolidays() {
        return inner.christianHolidays();
    }

    @Override
    public List<IslamicHolidayConfiguration> islamicHolidays() {
        return inner.islamicHolidays();
    }

    @Override
    public List<FixedWeekdayBetweenFixedHolidayConfiguration> fixedWeekdayBetweenFixed() {
        return inner.fixedWeekdayBetweenFixed();
    }

    @Override
    public List<FixedWeekdayRelativeToFixedHolidayConfiguration> fixedWeekdayRelativeToFixed() {
        return inner.fixedWeekdayRelativeToFixed();
    }

    @Override
    public List<EthiopianOrthodoxHolidayConfiguration> ethiopianOrthodoxHolidays() {
        return inner.ethiopianOrthodoxHolidays();
    }

    @Override
    public List<RelativeToEasterSundayHolidayConfiguration> relativeToEasterSunday() {
        return inner.relativeToEasterSunday();
    }
}

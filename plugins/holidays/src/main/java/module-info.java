/**
 * Public holidays by region, and holidays from iCalendar files. Only hosts that read such files compile against it, see
 * {@link io.tikit.holidays.HolidayFile}.
 */
module io.tikit.holidays {
    requires static org.jspecify;
    requires transitive io.tikit.spi;
    requires de.focus_shift.jollyday.core;
    requires ical4j.core;

    exports io.tikit.holidays;

    opens io.tikit.holidays.jollyday to
            de.focus_shift.jollyday.core;

    uses de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;

    provides de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService with
            io.tikit.holidays.jollyday.OpenConfigurations;
    provides io.tikit.spi.TikitPlugin with
            io.tikit.holidays.HolidaysPlugin;
}

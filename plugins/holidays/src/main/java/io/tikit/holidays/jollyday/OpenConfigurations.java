package io.tikit.holidays.jollyday;

import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Jollyday's own reader of its data, with data that its core may look into. Made by the service loader. */
public final class OpenConfigurations implements HolidayCalendarConfigurationService {
    /** For the service loader. */
    public OpenConfigurations() {}

    @Override
    public HolidayCalendarConfiguration getHolidayCalendarConfiguration(ManagerParameter parameter) {
        HolidayCalendarConfigurationService reader = ServiceLoader.load(
                        HolidayCalendarConfigurationService.class,
                        HolidayCalendarConfigurationService.class.getClassLoader())
                .stream()
                .filter(provider -> provider.type() != OpenConfigurations.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Jollyday has no reader of its data; put jollyday-jaxb beside jollyday-core"))
                .get();
        return new Opened(reader.getHolidayCalendarConfiguration(parameter));
    }

    private record Opened(HolidayCalendarConfiguration inner) implements HolidayCalendarConfiguration {
        @Override
        public String hierarchy() {
            return inner.hierarchy();
        }

        @Override
        public String description() {
            return inner.description();
        }

        @Override
        public HolidayConfigurations holidays() {
            return new OpenHolidays(inner.holidays());
        }

        @Override
        public Stream<HolidayCalendarConfiguration> subConfigurations() {
            return inner.subConfigurations().map(Opened::new);
        }
    }
}

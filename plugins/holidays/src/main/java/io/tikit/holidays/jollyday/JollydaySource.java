package io.tikit.holidays.jollyday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.tikit.spi.calendar.HolidaySource;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Public holidays as Jollyday has them. Observed days that are no public holidays are not among them. */
public final class JollydaySource implements HolidaySource {
    private final Set<String> countries = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();

    /** Reads nothing yet. */
    public JollydaySource() {}

    @Override
    public boolean knows(String region) {
        return countries.contains(country(region)) && within(manager(region).getCalendarHierarchy(), part(region));
    }

    /** Countries differ in how deep their parts go. */
    private static boolean within(CalendarHierarchy top, String[] part) {
        CalendarHierarchy here = top;
        for (String id : part) {
            CalendarHierarchy inner = here.getChildren().get(id);
            if (inner == null) {
                return false;
            }
            here = inner;
        }
        return true;
    }

    @Override
    public Map<LocalDate, String> holidays(String region, int year) {
        Map<LocalDate, String> found = new TreeMap<>();
        for (Holiday holiday : manager(region).getHolidays(Year.of(year), part(region))) {
            if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                found.merge(holiday.getDate(), holiday.getDescription(Locale.ENGLISH), (a, b) -> a + ", " + b);
            }
        }
        return found;
    }

    private HolidayManager manager(String region) {
        return managers.computeIfAbsent(
                country(region),
                country -> HolidayManager.getInstance(ManagerParameters.create(country, properties())));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(ManagerParameter.CONFIGURATION_SERVICE_IMPL, OpenConfigurations.class.getName());
        return properties;
    }

    private static String country(String region) {
        int hyphen = region.indexOf('-');
        return hyphen < 0 ? region : region.substring(0, hyphen);
    }

    private static String[] part(String region) {
        int hyphen = region.indexOf('-');
        return hyphen < 0 ? new String[0] : region.substring(hyphen + 1).split("-", -1);
    }
}

package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Calendars;
import io.tikit.api.calendar.Holiday;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.core.configuration.Kinds;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calendars for one caller. */
public final class CalendarService implements Calendars {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Supplier<Session> session;
    private final Reader reader;
    private final Snapshots snapshots;
    private final Timetables timetables;
    private final Kinds kinds;

    public CalendarService(
            Supplier<Session> session, Reader reader, Snapshots snapshots, Timetables timetables, Kinds kinds) {
        this.session = session;
        this.reader = reader;
        this.snapshots = snapshots;
        this.timetables = timetables;
        this.kinds = kinds;
    }

    @Override
    public Timetable timetable(String key) {
        return timetables.of(calendar(key));
    }

    @Override
    public Timetable timetable(String key, long version) {
        return timetables.of(found(
                key, unit -> snapshots.version(unit, id(key), version, BusinessCalendar.class), " version " + version));
    }

    @Override
    public BusinessCalendar calendar(String key) {
        return found(key, unit -> snapshots.of(unit, false).value(id(key), BusinessCalendar.class), "");
    }

    private static DocumentKey id(String key) {
        if (!DocumentKey.isKey(key)) {
            throw missing(key, "");
        }
        return new DocumentKey(BusinessCalendar.KIND, key);
    }

    private BusinessCalendar found(String key, Function<UnitOfWork, Optional<BusinessCalendar>> read, String which) {
        Session who = session.get();
        return reader.read(who.tenant(), read).orElseThrow(() -> missing(key, which));
    }

    private static NotFoundException missing(String key, String which) {
        return new NotFoundException(ErrorCode.DOCUMENT_NOT_FOUND, "there is no calendar '" + key + "'" + which);
    }

    @Override
    public Timetable preview(BusinessCalendar calendar) {
        check(calendar, List.of());
        return timetables.of(calendar);
    }

    @Override
    public List<Holiday> holidays(BusinessCalendar calendar, int year) {
        check(
                calendar,
                year < FIRST_YEAR || year > LAST_YEAR
                        ? List.of(Violation.of("year", "not_covered", "calendars cover the years 1900 to 2199"))
                        : List.of());
        return timetables.holidays(calendar, year);
    }

    @Override
    public String body(BusinessCalendar calendar) {
        check(calendar, List.of());
        return kinds.body(BusinessCalendar.KIND, calendar);
    }

    private void check(BusinessCalendar calendar, List<Violation> others) {
        List<Violation> found = new ArrayList<>(others);
        found.addAll(timetables.violations(calendar));
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, found);
        }
    }
}

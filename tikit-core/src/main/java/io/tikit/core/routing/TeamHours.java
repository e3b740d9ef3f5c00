package io.tikit.core.routing;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.people.TeamId;
import io.tikit.core.calendar.Timetables;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The hours of teams: those of the calendar that a team's routing names, or always. */
final class TeamHours {
    private final Snapshots snapshots;
    private final RuleBooks books;
    private final Timetables timetables;

    @Inject
    TeamHours(Snapshots snapshots, RuleBooks books, Timetables timetables) {
        this.snapshots = snapshots;
        this.books = books;
        this.timetables = timetables;
    }

    /** The hours as a unit sees them. */
    Function<TeamId, Optional<Timetable>> of(UnitOfWork unit) {
        Snapshot snapshot = snapshots.of(unit, false);
        return team -> of(snapshot, team);
    }

    Optional<Timetable> of(Snapshot snapshot, TeamId team) {
        return Optional.ofNullable(books.teams(snapshot).get(team))
                .flatMap(setup -> setup.setup().calendar())
                .flatMap(key -> timetable(snapshot, key));
    }

    /** The timetable of a calendar. */
    Optional<Timetable> timetable(Snapshot snapshot, String calendar) {
        return snapshot.value(new DocumentKey(BusinessCalendar.KIND, calendar), BusinessCalendar.class)
                .map(timetables::of);
    }

    static Duration between(Optional<Timetable> hours, Instant from, Instant to) {
        return hours.map(table -> table.businessTime(from, to)).orElseGet(() -> Duration.between(from, to));
    }
}

package io.tikit.core.routing;

import io.tikit.api.calendar.Timetable;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.Presence;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Schedules, in the unit that gives a ticket to somebody or says that an agent is not there, when the tickets come back, and
 * takes that back when somebody touches them or is there again. Times count in the hours of the team. Desks whose teams ask
 * for none of it pay nothing for it.
 */
final class ReturnTimers {
    private final Snapshots snapshots;
    private final RuleBooks books;
    private final TeamHours hours;

    @Inject
    ReturnTimers(Snapshots snapshots, RuleBooks books, TeamHours hours) {
        this.snapshots = snapshots;
        this.books = books;
        this.hours = hours;
    }

    /** After a ticket was written. */
    void written(Optional<Ticket> before, Ticket after, Execution execution) {
        Snapshot snapshot = snapshots.of(execution);
        Map<TeamId, CompiledSetup> teams = books.teams(snapshot);
        if (teams.values().stream()
                .noneMatch(setup -> setup.returning()
                        .flatMap(TeamSetup.Returning::untouched)
                        .isPresent())) {
            return;
        }
        Optional<UserId> agent = after.assignee().filter(id -> after.state().isOpen());
        boolean touched = agent.isPresent() && agent.equals(execution.session().user());
        boolean sameAgent = before.flatMap(Ticket::assignee).equals(after.assignee())
                && before.flatMap(Ticket::team).equals(after.team());
        if (agent.isPresent() && sameAgent && !touched) {
            return;
        }
        Optional<Duration> within = after.team()
                .map(teams::get)
                .flatMap(CompiledSetup::returning)
                .flatMap(TeamSetup.Returning::untouched)
                .filter(some -> agent.isPresent() && !touched);
        if (within.isPresent()) {
            TeamId team = after.team().orElseThrow();
            execution.schedule(
                    RoutingTimers.NAME,
                    RoutingTimers.key(after.id()),
                    after(snapshot, team, execution.time().instant(), within.get()),
                    Optional.of(after.id().value()),
                    team + " " + agent.orElseThrow());
        } else if (before.flatMap(Ticket::assignee).isPresent()) {
            accepted(after, execution);
        }
    }

    /** The agent says that a ticket is in good hands. */
    static void accepted(Ticket ticket, Execution execution) {
        execution.unit().timers().cancel(RoutingTimers.NAME, RoutingTimers.key(ticket.id()));
    }

    /** After an agent said whether the agent is there. */
    void said(Presence shownBefore, Agent after, Execution execution) {
        away(after.user(), execution).forEach((team, within) -> {
            String key = RoutingTimers.awayKey(team, after.user());
            Instant now = execution.time().instant();
            if (after.presence() != Presence.ONLINE) {
                boolean goesOn = shownBefore != Presence.ONLINE
                        && execution
                                .unit()
                                .timers()
                                .find(RoutingTimers.NAME, key)
                                .isPresent();
                if (!goesOn) {
                    schedule(key, team, after.user(), now, within, execution);
                }
            } else if (after.until().isPresent()) {
                schedule(key, team, after.user(), after.until().get(), within, execution);
            } else {
                execution.unit().timers().cancel(RoutingTimers.NAME, key);
            }
        });
    }

    /** After an absence was planned. */
    void planned(Absence absence, Execution execution) {
        Instant now = execution.time().instant();
        Instant begins = absence.from().isBefore(now) ? now : absence.from();
        away(absence.agent(), execution)
                .forEach((team, within) -> schedule(
                        RoutingTimers.absenceKey(team, absence.id()),
                        team,
                        absence.agent(),
                        begins,
                        within,
                        execution));
    }

    /** After an absence was taken back. */
    void cancelled(UserId agent, UUID absence, Execution execution) {
        away(agent, execution)
                .keySet()
                .forEach(team ->
                        execution.unit().timers().cancel(RoutingTimers.NAME, RoutingTimers.absenceKey(team, absence)));
    }

    private void schedule(String key, TeamId team, UserId agent, Instant from, Duration within, Execution execution) {
        execution.schedule(
                RoutingTimers.NAME,
                key,
                after(snapshots.of(execution), team, from, within),
                Optional.of(agent.value()),
                team + " " + agent);
    }

    /** How long each team of an agent waits until the tickets of somebody who is not there come back. */
    private Map<TeamId, Duration> away(UserId agent, Execution execution) {
        Map<TeamId, Duration> waits = new HashMap<>();
        books.teams(snapshots.of(execution))
                .forEach((team, setup) -> setup.returning()
                        .flatMap(TeamSetup.Returning::away)
                        .ifPresent(within -> waits.put(team, within)));
        if (!waits.isEmpty()) {
            waits.keySet().retainAll(execution.unit().teams().ofMember(agent));
        }
        return waits;
    }

    /** When a while has passed in the hours of a team. */
    Instant after(Snapshot snapshot, TeamId team, Instant from, Duration within) {
        Optional<Timetable> table = hours.of(snapshot, team);
        return table.map(one -> one.instantAfter(from, within)).orElseGet(() -> from.plus(within));
    }
}

package io.tikit.core.routing;

import io.tikit.api.Actor;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.AssignmentHistory;
import io.tikit.api.routing.AssignmentInterval;
import io.tikit.api.routing.OwnershipTime;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Hears the events of a ticket one after the other and tells with whom it was. Pure, for one thread. */
final class AssignmentPast {
    /** How many of the latest intervals are kept, however often a ticket went to and fro. */
    static final int MOST = 1_000;

    private final Function<TeamId, Optional<Timetable>> hours;
    private final Deque<AssignmentInterval> intervals = new ArrayDeque<>();
    private final Map<UserId, OwnershipTime> agents = new HashMap<>();
    private final Map<TeamId, OwnershipTime> teams = new HashMap<>();
    private final Bounces<UserId> agentBounces = new Bounces<>();
    private final Bounces<TeamId> teamBounces = new Bounces<>();
    private Optional<TeamId> team = Optional.empty();
    private Optional<UserId> agent = Optional.empty();
    private Optional<AssignmentInterval.Why> why = Optional.empty();
    private boolean open = true;
    private Instant from = Instant.EPOCH;
    private Instant counted = Instant.EPOCH;

    /** Nothing has happened yet. */
    AssignmentPast(Function<TeamId, Optional<Timetable>> hours) {
        this.hours = hours;
    }

    /** What was told until now, with what lasts still. */
    AssignmentHistory end(TicketId ticket, Instant now) {
        count(now);
        end(Optional.empty());
        return new AssignmentHistory(
                ticket, List.copyOf(intervals), agentBounces.count, teamBounces.count, agents, teams);
    }

    /** The next event of the ticket, in order. */
    void next(Event event) {
        count(event.at());
        RoutingPast.change(event, TicketFields.STATE.key()).ifPresent(change -> open = isOpen(change));
        Optional<FieldChange> moved = RoutingPast.change(event, TicketFields.TEAM.key());
        Optional<FieldChange> given = RoutingPast.change(event, TicketFields.ASSIGNEE.key());
        if (moved.isEmpty() && given.isEmpty()) {
            return;
        }
        end(Optional.of(event.at()));
        moved.ifPresent(change -> team = id(change).map(TeamId::new));
        given.ifPresent(change -> agent = id(change).map(UserId::new));
        moved.flatMap(change -> team).ifPresent(teamBounces::came);
        given.flatMap(change -> agent).ifPresent(agentBounces::came);
        why = Optional.of(why(event, moved.isPresent()));
        from = event.at();
    }

    /** Counts what has passed since the last event for those who had the ticket then. */
    private void count(Instant at) {
        if (open && at.isAfter(counted)) {
            OwnershipTime passed = new OwnershipTime(
                    Duration.between(counted, at), TeamHours.between(team.flatMap(hours), counted, at));
            team.ifPresent(id -> teams.merge(id, passed, OwnershipTime::plus));
            agent.ifPresent(id -> agents.merge(id, passed, OwnershipTime::plus));
        }
        counted = at;
    }

    private void end(Optional<Instant> at) {
        if (team.isPresent() || agent.isPresent()) {
            if (intervals.size() == MOST) {
                intervals.removeFirst();
            }
            intervals.add(new AssignmentInterval(team, agent, from, at, why.orElseThrow()));
        }
    }

    private static AssignmentInterval.Why why(Event event, boolean moved) {
        Map<String, FieldValue> facts = RoutingPast.facts(event);
        Optional<String> rule = moved ? text(facts, RoutingFields.RULE) : Optional.empty();
        boolean routed = facts.containsKey(RoutingFields.REASON);
        AssignmentCause cause = text(facts, RoutingFields.CAUSE)
                .map(AssignmentCause::valueOf)
                .orElse(
                        rule.isPresent()
                                ? AssignmentCause.RULE
                                : routed
                                        ? AssignmentCause.ROUTED
                                        : event.actor() instanceof Actor.Engine
                                                ? AssignmentCause.OTHER
                                                : AssignmentCause.ASSIGNED);
        return new AssignmentInterval.Why(
                cause,
                event.actor(),
                text(facts, RoutingFields.SAID),
                rule.or(() -> routed ? text(facts, RoutingFields.SETUP) : Optional.empty()),
                event.id());
    }

    private static Optional<String> text(Map<String, FieldValue> facts, String name) {
        return Optional.ofNullable(facts.get(name)).map(FieldValue::asText);
    }

    private static Optional<UUID> id(FieldChange change) {
        return change.after().map(value -> ((FieldValue.Id) value).value());
    }

    private static boolean isOpen(FieldChange change) {
        return change.after()
                .map(value -> State.valueOf(((FieldValue.Choice) value).name()).isOpen())
                .orElse(true);
    }

    /** Counts how often something comes back after another one was there. */
    private static final class Bounces<T> {
        private final Set<T> had = new HashSet<>();
        private Optional<T> last = Optional.empty();
        private int count;

        void came(T one) {
            if (!had.add(one) && last.filter(one::equals).isEmpty()) {
                count++;
            }
            last = Optional.of(one);
        }
    }
}

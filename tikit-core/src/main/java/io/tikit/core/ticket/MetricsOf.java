package io.tikit.core.ticket;

import io.tikit.api.Actor;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.workflow.TicketMetrics;
import io.tikit.spi.storage.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Figures of a ticket from what was recorded of it. Pure. */
final class MetricsOf {
    private static final Set<String> TOUCHES =
            Set.of(EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED, EventTypes.TICKET_NOTED);

    private MetricsOf() {}

    /**
     * The figures.
     *
     * @param events all of the ticket's events in order
     * @param intervals all of the ticket's intervals, those of a kind in order
     * @param agents who works on tickets; never asked for the requester
     */
    static TicketMetrics of(
            Ticket ticket, List<Event> events, List<Interval> intervals, Predicate<UserId> agents, Instant now) {
        Instant created = ticket.summary().createdAt();
        Optional<Instant> first = Optional.empty();
        int reopens = 0;
        int touches = 0;
        int replies = 0;
        for (Event event : events) {
            reopens += reopens(event);
            boolean byAgent = person(event)
                    .filter(user -> !user.equals(ticket.requester()) && agents.test(user))
                    .isPresent();
            if (byAgent && TOUCHES.contains(event.type())) {
                touches++;
                if (event.type().equals(EventTypes.TICKET_REPLIED)) {
                    replies++;
                    first = first.or(() -> Optional.of(event.at()));
                }
            }
        }
        return new TicketMetrics(
                ticket.id(),
                now,
                first.map(at -> Duration.between(created, at)),
                ticket.summary().resolvedAt().map(at -> Duration.between(created, at)),
                of(intervals, Interval.Kind.STATUS).stream()
                        .map(one -> new TicketMetrics.Stay(new Status(one.value()), one.from(), one.to(), one.cause()))
                        .toList(),
                sums(of(intervals, Interval.Kind.STATUS), Status::new, now),
                sums(of(intervals, Interval.Kind.ASSIGNEE), id -> new UserId(UUID.fromString(id)), now),
                sums(of(intervals, Interval.Kind.TEAM), id -> new TeamId(UUID.fromString(id)), now),
                reopens,
                touches,
                replies,
                passings(of(intervals, Interval.Kind.ASSIGNEE)),
                passings(of(intervals, Interval.Kind.TEAM)),
                true);
    }

    /** The people who did something, whose roles are to be looked up. */
    static Set<UserId> people(List<Event> events) {
        Set<UserId> people = new HashSet<>();
        events.forEach(event -> person(event).ifPresent(people::add));
        return people;
    }

    private static Optional<UserId> person(Event event) {
        return event.actor() instanceof Actor.User user ? Optional.of(user.id()) : Optional.empty();
    }

    /** One if the event brings the ticket back. A reopened ticket does not become new, so both states are recorded. */
    private static int reopens(Event event) {
        for (FieldChange change : event.changes()) {
            if (change.field().equals(TicketFields.STATE.key())
                    && change.before().filter(value -> !isOpen(value)).isPresent()
                    && change.after().filter(MetricsOf::isOpen).isPresent()) {
                return 1;
            }
        }
        return 0;
    }

    private static boolean isOpen(FieldValue state) {
        return state instanceof FieldValue.Choice choice
                && State.valueOf(choice.name()).isOpen();
    }

    private static List<Interval> of(List<Interval> intervals, Interval.Kind kind) {
        return intervals.stream().filter(one -> one.kind() == kind).toList();
    }

    private static <K> Map<K, Duration> sums(List<Interval> intervals, Function<String, K> key, Instant now) {
        Map<K, Duration> sums = new LinkedHashMap<>();
        for (Interval one : intervals) {
            Instant end = one.to().orElse(now);
            Duration length = end.isAfter(one.from()) ? Duration.between(one.from(), end) : Duration.ZERO;
            sums.merge(key.apply(one.value()), length, Duration::plus);
        }
        return sums;
    }

    private static int passings(List<Interval> intervals) {
        int passings = 0;
        for (int i = 1; i < intervals.size(); i++) {
            if (!intervals.get(i).value().equals(intervals.get(i - 1).value())) {
                passings++;
            }
        }
        return passings;
    }
}

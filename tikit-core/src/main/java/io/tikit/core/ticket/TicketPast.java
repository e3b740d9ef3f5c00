package io.tikit.core.ticket;

import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.spi.storage.Interval;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a ticket of the past out of the present one, its events until then and its intervals. Pure. */
final class TicketPast {
    private TicketPast() {}

    /**
     * The ticket after some of its events.
     *
     * @param events the first events of the ticket in order, at least one
     * @param at an instant not before the last of them, and before the one after it
     */
    static Ticket asOf(Ticket present, List<Event> events, List<Interval> intervals, Instant at) {
        Map<String, FieldValue> values = new HashMap<>();
        Optional<Instant> resolved = Optional.empty();
        for (Event event : events) {
            for (FieldChange change : event.changes()) {
                change.after()
                        .ifPresentOrElse(
                                value -> values.put(change.field(), value), () -> values.remove(change.field()));
            }
            resolved = state(values).isOpen() ? Optional.empty() : resolved.or(() -> Optional.of(event.at()));
        }
        Event last = events.get(events.size() - 1);
        Status status = new Status(
                held(intervals, Interval.Kind.STATUS, at).orElseGet(() -> text(values, TicketFields.STATUS.key())));
        TicketSummary summary = present.summary().toBuilder()
                .subject(text(values, TicketFields.SUBJECT.key()))
                .type(TicketType.valueOf(text(values, TicketFields.TYPE.key())))
                .priority(Priority.valueOf(text(values, TicketFields.PRIORITY.key())))
                .status(status, state(values))
                .people(
                        new UserId(id(values, TicketFields.REQUESTER.key())),
                        present.summary().submitter().orElse(null))
                .team(held(intervals, Interval.Kind.TEAM, at)
                        .map(UUID::fromString)
                        .map(TeamId::new)
                        .orElse(null))
                .assignee(held(intervals, Interval.Kind.ASSIGNEE, at)
                        .map(UUID::fromString)
                        .map(UserId::new)
                        .orElse(null))
                .category(optional(values, TicketFields.CATEGORY.key())
                        .map(CategoryId::new)
                        .orElse(null))
                .organisation(optional(values, TicketFields.ORGANISATION.key())
                        .map(OrganisationId::new)
                        .orElse(null))
                .times(present.summary().createdAt(), last.at())
                .resolvedAt(resolved.orElse(null))
                .revision(new Revision(last.revision()))
                .build();
        Map<String, FieldValue> custom = new HashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(TicketFields.CUSTOM_PREFIX)) {
                custom.put(key.substring(TicketFields.CUSTOM_PREFIX.length()), value);
            }
        });
        return new Ticket(summary, custom);
    }

    /** The state that the status had then, whatever the workflow says today. */
    private static State state(Map<String, FieldValue> values) {
        String recorded = text(values, TicketFields.STATE.key());
        return recorded.isEmpty() ? State.NEW : State.valueOf(recorded);
    }

    private static Optional<String> held(List<Interval> intervals, Interval.Kind kind, Instant at) {
        return intervals.stream()
                .filter(interval -> interval.kind() == kind
                        && !interval.from().isAfter(at)
                        && interval.to().map(at::isBefore).orElse(true))
                .reduce((earlier, later) -> later)
                .map(Interval::value);
    }

    private static String text(Map<String, FieldValue> values, String key) {
        FieldValue value = values.get(key);
        if (value instanceof FieldValue.Choice choice) {
            return choice.name();
        }
        return value == null ? "" : value.asText();
    }

    private static Optional<UUID> optional(Map<String, FieldValue> values, String key) {
        return values.containsKey(key) ? Optional.of(id(values, key)) : Optional.empty();
    }

    private static UUID id(Map<String, FieldValue> values, String key) {
        return values.get(key) instanceof FieldValue.Id id ? id.value() : UUID.fromString(text(values, key));
    }
}

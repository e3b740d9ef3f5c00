package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.Explanation;
import io.tikit.api.event.FieldChange;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.access.EventView;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was recorded of a ticket: how it was, and why. */
final class TicketHistory {
    private static final int PAGE = 500;
    private static final int MOST_INTERVALS = 10_000;
    /** More than an event may have behind it, timers between them included. */
    private static final int MOST_CAUSES = 100;

    private TicketHistory() {}

    static Optional<Ticket> asOf(UnitOfWork unit, Ticket present, Instant at) {
        List<Event> until = new ArrayList<>();
        for (List<Event> page = since(unit, present.id(), 0);
                !page.isEmpty();
                page = since(unit, present.id(), page.get(page.size() - 1).revision())) {
            for (Event event : page) {
                if (event.at().isAfter(at)) {
                    return past(unit, present, until, at);
                }
                until.add(event);
            }
        }
        return past(unit, present, until, at);
    }

    private static Optional<Ticket> past(UnitOfWork unit, Ticket present, List<Event> until, Instant at) {
        return until.isEmpty()
                ? Optional.empty()
                : Optional.of(TicketPast.asOf(present, until, unit.intervals().of(present.id(), MOST_INTERVALS), at));
    }

    private static List<Event> since(UnitOfWork unit, TicketId ticket, long revision) {
        return unit.events().since(ticket.value(), revision, PAGE);
    }

    static Explanation explain(Session who, UnitOfWork unit, Ticket of, String field) {
        TicketId ticket = of.id();
        Optional<Event> set = Optional.empty();
        Optional<FieldValue> value = Optional.empty();
        for (List<Event> page = since(unit, ticket, 0);
                !page.isEmpty();
                page = since(unit, ticket, page.get(page.size() - 1).revision())) {
            for (Event event : page) {
                for (FieldChange change : event.changes()) {
                    if (change.field().equals(field)) {
                        set = Optional.of(event);
                        value = change.after();
                    }
                }
            }
        }
        List<Event> causes = new ArrayList<>();
        Optional<Event> next = set.flatMap(event -> shown(who, unit, of, event));
        boolean complete = next.isPresent() == set.isPresent();
        while (next.isPresent() && causes.size() < MOST_CAUSES) {
            Event event = next.get();
            causes.add(event);
            UUID subject = event.causeSubject().orElse(event.subject());
            next = event.cause()
                    .flatMap(cause -> unit.events().find(subject, cause))
                    .flatMap(cause -> shown(who, unit, of, cause));
            complete = next.isPresent() || event.cause().isEmpty();
        }
        return new Explanation(ticket, field, value, causes, complete && next.isEmpty());
    }

    /** A cause as it is shown: what is hidden in its own history is hidden here too. */
    private static Optional<Event> shown(Session who, UnitOfWork unit, Ticket ticket, Event event) {
        Optional<TicketId> other = event.ticket();
        if (other.isEmpty()) {
            return EventView.ofDesk(who, event)
                    .map(seen -> Access.may(who, Permission.NOTE_READ, ticket) ? seen : seen.withoutFacts());
        }
        Optional<Ticket> of = other.get().equals(ticket.id())
                ? Optional.of(ticket)
                : Access.visible(who, unit.tickets().find(other.get()));
        return of.flatMap(found -> EventView.shown(who, event, found));
    }
}

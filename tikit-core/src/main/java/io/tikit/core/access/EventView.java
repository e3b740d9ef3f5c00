package io.tikit.core.access;

import io.tikit.api.access.Permission;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a session is shown of events: the one rule for histories, explanations and activities. */
public final class EventView {
    private EventView() {}

    /** An event of a ticket that the session sees; empty when nothing of it may be told. */
    public static Optional<Event> shown(Session session, Event event, Ticket ticket) {
        return TicketView.shown(session, event, ticket);
    }

    /** Events of whatever happened, in their order, each empty when nothing of it may be told; their tickets are read together. */
    public static List<Optional<Event>> shown(Session session, Collection<Event> events, UnitOfWork unit) {
        Set<TicketId> ids = new LinkedHashSet<>();
        events.forEach(event -> event.ticket().ifPresent(ids::add));
        Map<TicketId, Ticket> tickets = new HashMap<>();
        if (!ids.isEmpty()) {
            unit.tickets().findAll(ids).forEach(ticket -> tickets.put(ticket.id(), ticket));
        }
        return events.stream()
                .map(event -> event.ticket().isPresent()
                        ? Access.visible(session, event.ticket().map(tickets::get))
                                .flatMap(ticket -> shown(session, event, ticket))
                        : ofDesk(session, event))
                .toList();
    }

    /** An event of something else than a ticket; facts are for those who read notes. */
    public static Optional<Event> ofDesk(Session session, Event event) {
        return Optional.of(event)
                .filter(seen -> sees(session, seen))
                .map(seen -> Access.may(session, Permission.NOTE_READ) ? seen : seen.withoutFacts());
    }

    private static boolean sees(Session session, Event event) {
        String kind = event.type().substring(0, Math.max(0, event.type().indexOf('.')));
        boolean own =
                session.user().filter(me -> me.value().equals(event.subject())).isPresent();
        return switch (kind) {
            case "user", "agent" -> own || Access.may(session, Permission.PEOPLE_SEE);
            case "login" -> own || Access.may(session, Permission.LOGINS);
            case "team", "organisation", "category" -> Access.may(session, Permission.PEOPLE_SEE);
            case "configuration" ->
                Access.may(session, Permission.CONFIGURATION_SEE) || Access.may(session, Permission.CONFIGURATION);
            // Of what a later release writes nothing is known but that it is an event.
            default -> Access.may(session, Permission.EVENTS);
        };
    }
}

package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.event.Event;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.workflow.TicketMetrics;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the figures of a ticket are derived from, within bounds. */
final class TicketFigures {
    private static final int PAGE = 500;
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_INTERVALS = 10_000;

    private TicketFigures() {}

    static TicketMetrics of(Session who, UnitOfWork unit, TicketId id, Instant now) {
        Ticket ticket = Access.requireVisible(who, id, unit.tickets().find(id));
        // They tell how often notes were written.
        Access.require(who, Permission.TICKET_CHANGE, ticket);
        Access.require(who, Permission.NOTE_READ, ticket);
        List<Event> events = new ArrayList<>();
        boolean complete = false;
        while (!complete && events.size() < MOST_EVENTS) {
            long last = events.isEmpty() ? 0 : events.get(events.size() - 1).revision();
            List<Event> page = unit.events().since(id.value(), last, PAGE);
            events.addAll(page);
            complete = page.isEmpty();
        }
        Set<UserId> agents = unit.users().findAll(MetricsOf.people(events)).stream()
                .filter(user -> Access.worksOnTickets(who, user.role()))
                .map(User::id)
                .collect(Collectors.toSet());
        TicketMetrics all =
                MetricsOf.of(ticket, events, unit.intervals().of(id, MOST_INTERVALS), agents::contains, now);
        return shown(all, TicketView.hidden(who, ticket), complete);
    }

    private static TicketMetrics shown(TicketMetrics all, Set<String> hidden, boolean complete) {
        boolean agents = !hidden.contains(TicketFields.ASSIGNEE.key());
        boolean teams = !hidden.contains(TicketFields.TEAM.key());
        return new TicketMetrics(
                all.ticket(),
                all.at(),
                all.firstResponse(),
                all.resolution(),
                all.stays(),
                all.inStatus(),
                agents ? all.withAgent() : Map.of(),
                teams ? all.withTeam() : Map.of(),
                all.reopens(),
                all.touches(),
                all.replies(),
                agents ? all.handOvers() : 0,
                teams ? all.teamMoves() : 0,
                complete);
    }
}

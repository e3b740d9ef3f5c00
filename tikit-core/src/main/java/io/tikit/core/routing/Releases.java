package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who put a ticket back and does not get it by routing, kept with the ticket as a text of ids. Somebody who takes it after
 * all, or to whom a person gives it, is no longer one of them.
 */
final class Releases {
    /** The latest of them; so many that a ticket which all refuse goes round slowly, and few enough for a field. */
    private static final int MOST = 20;

    private Releases() {}

    /** The agents, the latest last; what is no id is passed over. */
    static Set<UserId> of(Ticket ticket) {
        Set<UserId> agents = new LinkedHashSet<>();
        ticket.field(RoutingFields.RELEASED_BY).map(FieldValue::asText).ifPresent(text -> {
            for (String one : text.split(" ", -1)) {
                TeamQueue.user(new FieldValue.Text(one)).ifPresent(agents::add);
            }
        });
        return agents;
    }

    /** One more. */
    static TicketChange with(Ticket ticket, UserId agent) {
        List<UserId> agents = new ArrayList<>(of(ticket));
        agents.remove(agent);
        agents.add(agent);
        return written(agents.subList(Math.max(0, agents.size() - MOST), agents.size()));
    }

    /** What follows from giving a ticket to whoever has it now; empty for one who did not put it back. */
    static Optional<TicketChange> without(Ticket ticket) {
        List<UserId> agents = new ArrayList<>(of(ticket));
        return ticket.assignee().filter(agents::remove).map(agent -> written(agents));
    }

    private static TicketChange written(List<UserId> agents) {
        return agents.isEmpty()
                ? new TicketChange.ClearField(RoutingFields.RELEASED_BY)
                : new TicketChange.SetField(
                        RoutingFields.RELEASED_BY,
                        new FieldValue.Text(
                                agents.stream().map(UserId::toString).collect(Collectors.joining(" "))));
    }
}

package io.tikit.tck.storage;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Order;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.storage.TicketListing;
import io.tikit.tck.SampleData;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists of tickets: orders to ask for, the pages of a walk, and what must come by the reference interpreter. */
final class Listings {
    static final List<List<Order>> ORDERS = List.of(
            List.of(TicketFields.PRIORITY.descending(), TicketFields.CREATED.ascending()),
            List.of(TicketFields.UPDATED.descending()),
            List.of(TicketFields.UPDATED.ascending()),
            List.of(TicketFields.NUMBER.ascending()),
            List.of(TicketFields.NUMBER.descending()),
            List.of(TicketFields.CREATED.descending(), TicketFields.PRIORITY.ascending()),
            List.of(TicketFields.PRIORITY.ascending()),
            List.of(TicketFields.RESOLVED.ascending()),
            List.of(TicketFields.RESOLVED.descending(), TicketFields.NUMBER.ascending()),
            List.of(TicketFields.STATE.descending(), TicketFields.RESOLVED.descending()),
            List.of(TicketFields.TYPE.ascending(), TicketFields.STATE.ascending()),
            List.of(
                    TicketFields.CREATED.ascending(),
                    TicketFields.PRIORITY.descending(),
                    TicketFields.UPDATED.descending(),
                    TicketFields.NUMBER.descending()));

    private Listings() {}

    /** What storage is asked for in life: tickets of a team, an assignee or a requester, with some states. */
    static Condition anchor(TestTenant tenant) {
        SampleData data = tenant.data();
        Condition whose = switch (data.random().nextInt(4)) {
            case 0 -> TicketFields.TEAM.is(data.oneOf(tenant.queues()));
            case 1 -> TicketFields.ASSIGNEE.is(data.oneOf(tenant.people()));
            case 2 -> TicketFields.ORGANISATION.is(data.oneOf(tenant.organisations()));
            default -> TicketFields.REQUESTER.isIn(List.of(data.oneOf(tenant.people()), data.oneOf(tenant.people())));
        };
        return data.random().nextBoolean()
                ? whose.and(TicketFields.STATE.isIn(List.of(State.values())))
                : whose.and(TicketFields.STATUS.isOpen());
    }

    /** All pages of a list, one after the other. */
    static List<TicketSummary> walk(TestTenant tenant, Condition where, List<Order> order, int size) {
        return Pages.walk(
                size,
                (Optional<TicketListing.Place> after) ->
                        tenant.list(unit -> unit.tickets().list(new TicketListing(where, order, after, size))),
                ticket -> TicketListing.Place.of(ticket, order));
    }

    /** The list by the reference interpreter. */
    static List<TicketSummary> expected(List<Ticket> tickets, Condition where, List<Order> order) {
        return tickets.stream()
                .filter(ticket -> ConditionInterpreter.holds(where, ticket))
                .map(Ticket::summary)
                .sorted(comparator(order))
                .toList();
    }

    private static Comparator<TicketSummary> comparator(List<Order> order) {
        Comparator<TicketSummary> steps = order.stream()
                .map(Listings::step)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return steps.thenComparing(ticket -> ticket.id().value(), Expect.BY_ID);
    }

    private static Comparator<TicketSummary> step(Order step) {
        Comparator<TicketSummary> ascending = (a, b) -> ConditionInterpreter.order(
                        TicketListing.sortKey(a, step.field()), TicketListing.sortKey(b, step.field()))
                .orElseThrow();
        return step.ascending() ? ascending : ascending.reversed();
    }
}

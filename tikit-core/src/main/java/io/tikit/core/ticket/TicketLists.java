package io.tikit.core.ticket;

import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.pipeline.Cursors;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.storage.TicketListing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Checks of lists and the form of their places. Pure. */
final class TicketLists {
    private static final Set<String> SORTABLE = Set.of(
            TicketFields.NUMBER.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.CREATED.key(),
            TicketFields.UPDATED.key());
    private static final int MOST_STEPS = 2;

    private TicketLists() {}

    static void check(TicketQuery query, FieldCatalog catalog) {
        List<Violation> found = new ArrayList<>(ConditionCheck.violations(query.where(), ConditionUse.LIST, catalog));
        if (query.orderBy().size() > MOST_STEPS) {
            found.add(new Violation(
                    "orderBy", "too_many", "at most " + MOST_STEPS + " steps of order", Map.of("max", MOST_STEPS)));
        }
        for (Order order : query.orderBy()) {
            if (!SORTABLE.contains(order.field())) {
                found.add(new Violation(
                        "orderBy",
                        "not_sortable",
                        "lists are sorted by " + SORTABLE,
                        Map.of("fields", List.copyOf(new TreeSet<>(SORTABLE)))));
            }
        }
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, found);
        }
    }

    static List<Order> orders(TicketQuery query) {
        return query.orderBy().isEmpty() ? List.of(TicketFields.CREATED.ascending()) : query.orderBy();
    }

    /** The place of a ticket in a list: a long for each step, then the id. */
    static byte[] place(List<Order> orders, TicketSummary ticket) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * orders.size() + 16);
        for (Order order : orders) {
            bytes.putLong(number(order, ticket));
        }
        UUID id = ticket.id().value();
        return bytes.putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static long number(Order order, TicketSummary summary) {
        FieldValue value = TicketFieldCatalog.value(new Ticket(summary, Map.of()), order.field())
                .orElseThrow();
        if (value instanceof FieldValue.Whole whole) {
            return whole.value();
        }
        if (value instanceof FieldValue.Choice choice) {
            return choice.rank();
        }
        return ((FieldValue.Moment) value).value().toEpochMilli();
    }

    static TicketListing.Place place(List<Order> orders, ByteBuffer bytes) {
        if (bytes.remaining() != 8 * orders.size() + 16) {
            throw Cursors.invalid("is damaged");
        }
        List<FieldValue> values = new ArrayList<>();
        for (Order order : orders) {
            values.add(value(order, bytes.getLong()));
        }
        return new TicketListing.Place(values, new TicketId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    private static FieldValue value(Order order, long number) {
        if (order.field().equals(TicketFields.NUMBER.key())) {
            return new FieldValue.Whole(number);
        }
        if (order.field().equals(TicketFields.PRIORITY.key())) {
            return Arrays.stream(Priority.values())
                    .map(FieldValue.Choice::of)
                    .filter(choice -> choice.rank() == number)
                    .findFirst()
                    .orElseThrow(() -> Cursors.invalid("is damaged"));
        }
        return new FieldValue.Moment(Instant.ofEpochMilli(number));
    }
}

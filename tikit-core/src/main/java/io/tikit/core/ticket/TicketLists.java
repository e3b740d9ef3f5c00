package io.tikit.core.ticket;

import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.pipeline.Cursors;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.storage.TicketListing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Checks of lists and the form of their places. Pure. */
final class TicketLists {
    private static final int MOST_STEPS = 2;
    private static final Map<String, List<Enum<?>>> CHOICES = Map.of(
            TicketFields.TYPE.key(), List.of(TicketType.values()),
            TicketFields.PRIORITY.key(), List.of(Priority.values()),
            TicketFields.STATE.key(), List.of(State.values()));

    private TicketLists() {}

    static void check(TicketQuery query, FieldCatalog catalog) {
        List<Violation> found = new ArrayList<>(ConditionCheck.violations(query.where(), ConditionUse.LIST, catalog));
        if (query.orderBy().size() > MOST_STEPS) {
            found.add(new Violation(
                    "orderBy", "too_many", "at most " + MOST_STEPS + " steps of order", Map.of("max", MOST_STEPS)));
        }
        for (Order order : query.orderBy()) {
            if (catalog.find(order.field()).filter(FieldInfo::sortable).isEmpty()) {
                List<String> sortable = catalog.fields().stream()
                        .filter(FieldInfo::sortable)
                        .map(FieldInfo::key)
                        .toList();
                found.add(new Violation(
                        "orderBy", "not_sortable", "lists are sorted by " + sortable, Map.of("fields", sortable)));
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
        FieldValue value = TicketListing.sortKey(summary, order.field());
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
        List<Enum<?>> constants = CHOICES.get(order.field());
        if (constants != null) {
            return constants.stream()
                    .map(FieldValue.Choice::of)
                    .filter(choice -> choice.rank() == number)
                    .findFirst()
                    .orElseThrow(() -> Cursors.invalid("is damaged"));
        }
        return new FieldValue.Moment(Instant.ofEpochMilli(number));
    }
}

package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A list of tickets, as the engine asks storage for it: checked, anchored, with the caller's permission in the condition.
 *
 * @param where which tickets; built-in fields only
 * @param orderBy the order, at least one step of number, type, priority, state, created, updated or resolved; what has
 *     no value comes after what has one, see {@link #sortKey}; ties are broken by ascending id
 * @param after the last item of the page before
 * @param limit how many at most
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketListing(Condition where, List<Order> orderBy, Optional<Place> after, int limit) {
    /** Stands in an order for a time that a ticket does not have: it comes after all that are. */
    public static final FieldValue NO_TIME = new FieldValue.Moment(Instant.ofEpochMilli(Long.MAX_VALUE));

    /** Copies the order. */
    public TicketListing {
        Objects.requireNonNull(where, "where");
        orderBy = List.copyOf(orderBy);
        Objects.requireNonNull(after, "after");
    }

    /**
     * By what a ticket is ordered.
     *
     * @param ticket the ticket
     * @param field the key of one of the fields by which lists are ordered
     * @return its value, or {@link #NO_TIME} if it has none
     */
    public static FieldValue sortKey(TicketSummary ticket, String field) {
        return TicketFieldCatalog.value(new Ticket(ticket, Map.of()), field).orElse(NO_TIME);
    }

    /**
     * A place in the list.
     *
     * @param values the values, see {@link #sortKey}, of the order's fields, one per step
     * @param id the id of the item
     */
    public record Place(List<FieldValue> values, TicketId id) {
        /** Copies the values. */
        public Place {
            values = List.copyOf(values);
            Objects.requireNonNull(id, "id");
        }

        /**
         * The place of a ticket.
         *
         * @param ticket the ticket
         * @param orderBy the order of the list
         * @return its place
         */
        public static Place of(TicketSummary ticket, List<Order> orderBy) {
            return new Place(
                    orderBy.stream().map(step -> sortKey(ticket, step.field())).toList(), ticket.id());
        }
    }
}

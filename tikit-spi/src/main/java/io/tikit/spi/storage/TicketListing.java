package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A list of tickets, as the engine asks storage for it: checked, anchored, with the caller's permission in the condition.
 *
 * @param where which tickets; built-in fields only
 * @param orderBy the order, at least one step of number, priority, created or updated; ties are broken by ascending id
 * @param after the last item of the page before
 * @param limit how many at most
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketListing(Condition where, List<Order> orderBy, Optional<Place> after, int limit) {
    /** Copies the order. */
    public TicketListing {
        Objects.requireNonNull(where, "where");
        orderBy = List.copyOf(orderBy);
        Objects.requireNonNull(after, "after");
    }

    /**
     * A place in the list.
     *
     * @param values the values of the order's fields, one per step
     * @param id the id of the item
     */
    public record Place(List<FieldValue> values, TicketId id) {
        /** Copies the values. */
        public Place {
            values = List.copyOf(values);
            Objects.requireNonNull(id, "id");
        }
    }
}

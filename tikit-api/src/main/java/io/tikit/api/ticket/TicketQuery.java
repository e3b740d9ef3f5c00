package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Order;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.PageRequest;
import java.util.List;
import java.util.Objects;

/**
 * Asks for a list of tickets. The condition must be anchored: a part that always holds must fix the team, the assignee
 * or the requester (or their absence). The order of priority descending, then creation ascending, of open tickets is
 * answered from an index; any other order is sorted within the anchor. At most two steps of order, over number, type,
 * priority, state, created, updated or resolved; tickets that are not resolved come after those that are, and first when
 * the order descends.
 *
 * @param where which tickets
 * @param orderBy in which order; empty means the oldest first
 * @param page how many, from where
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketQuery(Condition where, List<Order> orderBy, PageRequest page) {
    /** The size of a page when none is given. */
    public static final int DEFAULT_SIZE = 50;

    /** Copies the order. */
    public TicketQuery {
        Objects.requireNonNull(where, "where");
        orderBy = List.copyOf(orderBy);
        Objects.requireNonNull(page, "page");
    }

    /**
     * The first 50 tickets, the oldest first.
     *
     * @param where which tickets
     * @return the query
     */
    public static TicketQuery where(Condition where) {
        return new TicketQuery(where, List.of(), PageRequest.first(DEFAULT_SIZE));
    }

    /**
     * In another order.
     *
     * @param orders the steps
     * @return a copy
     */
    public TicketQuery orderBy(Order... orders) {
        return new TicketQuery(where, List.of(orders), page);
    }

    /**
     * With another size of pages.
     *
     * @param size 1 to 500
     * @return a copy
     */
    public TicketQuery size(int size) {
        return new TicketQuery(where, orderBy, new PageRequest(size, page.after()));
    }

    /**
     * The page after a cursor.
     *
     * @param cursor from the page before
     * @return a copy
     */
    public TicketQuery after(Cursor cursor) {
        return new TicketQuery(where, orderBy, page.after(cursor));
    }
}

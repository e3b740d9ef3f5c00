package io.tikit.api.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.page.Page;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketSummary;
import java.util.Map;

/**
 * Full text over what the caller may read (REQ-SF-001, REQ-SF-003). Answers from the index of this node, which is
 * normally under a second behind. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Search {
    /**
     * Finds tickets by words, the best first.
     *
     * @param query which words, narrowed how
     * @return one page; a ticket that changed meanwhile so that the caller may no longer see it is left out
     * @throws io.tikit.api.error.InvalidException if the text is empty or too long, a field is unknown or the cursor
     *     belongs to another query
     * @throws io.tikit.api.error.UnavailableException if the index is down
     */
    Page<SearchHit> tickets(SearchQuery query);

    /**
     * Finds tickets by a condition alone, without an anchor, the newest first.
     *
     * @param query the condition, and how many from where; the order of the query must be empty
     * @return one page
     * @throws io.tikit.api.error.InvalidException if a field is unknown or the cursor belongs to another query
     * @throws io.tikit.api.error.UnavailableException if the index is down
     */
    Page<TicketSummary> filter(io.tikit.api.ticket.TicketQuery query);

    /**
     * Counts the tickets that the caller may see by the values of a field.
     *
     * @param where which tickets
     * @param field the key of a field with few values: type, priority, status, state, team, assignee
     * @return the count by value as text (ids in their usual form), largest count first, at most 1,000 values; tickets
     *     without a value stand under the empty text
     * @throws io.tikit.api.error.InvalidException if a field is unknown or has too many values
     * @throws io.tikit.api.error.UnavailableException if the index is down
     * @see State
     */
    Map<String, Long> counts(Condition where, String field);
}

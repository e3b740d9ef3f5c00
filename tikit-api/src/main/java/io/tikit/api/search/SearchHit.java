package io.tikit.api.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketSummary;
import java.util.List;
import java.util.Objects;

/**
 * A ticket that was found.
 *
 * @param ticket the ticket as it stands in storage now
 * @param score how well it fits, comparable within one search only
 * @param highlights pieces of the subject and of at most three entries that the caller may read
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SearchHit(TicketSummary ticket, float score, List<Highlight> highlights) {
    /** Copies the highlights. */
    public SearchHit {
        Objects.requireNonNull(ticket, "ticket");
        highlights = List.copyOf(highlights);
    }
}

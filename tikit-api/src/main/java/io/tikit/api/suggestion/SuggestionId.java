package io.tikit.api.suggestion;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;

/**
 * Names a suggestion.
 *
 * @param ticket on which ticket
 * @param field the key of the field
 * @param rank 1 for the likeliest value of the field, 2 and 3 for the next ones
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SuggestionId(TicketId ticket, String field, int rank) {
    /** Checks that nothing is null. */
    public SuggestionId {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(field, "field");
    }
}

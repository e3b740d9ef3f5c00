package io.tikit.api.suggestion;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Ticket;
import java.util.Objects;

/**
 * Accepts a suggestion: the field gets the value, with the event that suggested it as the cause. Recorded as
 * {@code ticket.updated}, or as {@code ticket.suggestion_judged} when the field has the value already.
 *
 * @param suggestion which one
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AcceptSuggestion(SuggestionId suggestion) implements Command<Ticket> {
    /** Checks that nothing is null. */
    public AcceptSuggestion {
        Objects.requireNonNull(suggestion, "suggestion");
    }
}

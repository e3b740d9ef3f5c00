package io.tikit.api.suggestion;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Ticket;
import java.util.Objects;

/**
 * Rejects a suggestion. A value that the desk's policy gave the field, and that still stands, is taken back. Recorded as
 * {@code ticket.suggestion_judged}, or as {@code ticket.updated} when the field changes.
 *
 * @param suggestion which one
 * @param reason why, at most 500 characters; may be empty
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RejectSuggestion(SuggestionId suggestion, String reason) implements Command<Ticket> {
    /** Checks that nothing is null. */
    public RejectSuggestion {
        Objects.requireNonNull(suggestion, "suggestion");
        Objects.requireNonNull(reason, "reason");
    }
}

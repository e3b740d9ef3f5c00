package io.tikit.spi.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found.
 *
 * @param matches the tickets in order
 * @param next the cursor of the next page: printable ASCII, at most 200 characters; empty at the end
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SearchMatches(List<Match> matches, Optional<String> next) {
    /** Copies the matches. */
    public SearchMatches {
        matches = List.copyOf(matches);
        Objects.requireNonNull(next, "next");
    }

    /**
     * A ticket that was found.
     *
     * @param ticket its id
     * @param score how well it fits; larger is better
     * @param entries the best entries in which words were found, at most three
     */
    public record Match(TicketId ticket, float score, List<EntryId> entries) {
        /** Copies the entries. */
        public Match {
            Objects.requireNonNull(ticket, "ticket");
            entries = List.copyOf(entries);
        }
    }
}

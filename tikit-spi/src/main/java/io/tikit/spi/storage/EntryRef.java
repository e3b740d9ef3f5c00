package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;

/**
 * Where an entry is: child rows are found by their ticket.
 *
 * @param ticket the ticket
 * @param entry the entry
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record EntryRef(TicketId ticket, EntryId entry) {
    /** Checks that nothing is null. */
    public EntryRef {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(entry, "entry");
    }
}

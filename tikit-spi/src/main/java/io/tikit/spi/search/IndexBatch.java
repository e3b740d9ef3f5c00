package io.tikit.spi.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.Entry;
import io.tikit.api.ticket.Ticket;
import java.util.List;

/**
 * Documents to put into an index.
 *
 * @param position the feed position reached when all are in
 * @param tickets tickets as they stand in storage
 * @param entries entries as they stand in storage
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record IndexBatch(long position, List<Ticket> tickets, List<Entry> entries) {
    /** Copies the lists. */
    public IndexBatch {
        tickets = List.copyOf(tickets);
        entries = List.copyOf(entries);
    }
}

package io.tikit.api.conversation;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.TicketId;

/**
 * The conversation on a ticket, as the desk's caller may read and write it. Commands are durable when they return, or
 * commit with the host's transaction. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Conversations {
    /**
     * Writes to everybody on the ticket.
     *
     * @param command what to write
     * @return the entry as written
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not make one of the changes
     */
    Entry reply(Reply command);

    /**
     * Writes among agents.
     *
     * @param command what to write
     * @return the entry as written
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not write notes
     */
    Entry note(AddNote command);

    /**
     * Reads the conversation, the oldest first. Customers see no notes.
     *
     * @param ticket which ticket
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Entry> entries(TicketId ticket, PageRequest page);
}

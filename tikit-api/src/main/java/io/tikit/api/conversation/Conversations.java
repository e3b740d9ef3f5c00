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
     * @throws io.tikit.api.error.ConflictException with {@link io.tikit.api.error.ErrorCode#NEWER_ENTRIES} if others have
     *     written since the last entry that was seen; its sides say how many ({@code newer}), how many of them the
     *     requester ({@code newer_from_requester}), who ({@code author}, once for each) and the newest ({@code seen}).
     *     The caller's own entries do not count, and nobody is told of what he may not read
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
     * @throws io.tikit.api.error.ConflictException like {@link #reply}
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

    /**
     * The HTML of an entry with the images that it fetches from other servers, for a reader who asks for them: whoever
     * owns such a server learns that the entry is read. Nothing of it is kept.
     *
     * @param ticket which ticket
     * @param entry which entry of it
     * @return HTML cut by the same allow-list, with images
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket or entry for this caller
     */
    String htmlWithImages(TicketId ticket, EntryId entry);

    /**
     * Brings stored HTML to the present allow-list, some entries at a time.
     *
     * @param command how many at most
     * @return how many were cut anew; 0 when nothing is left to do
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change the configuration
     * @throws io.tikit.api.error.InvalidException if the number is out of range
     */
    int renewHtml(RenewHtml command);
}

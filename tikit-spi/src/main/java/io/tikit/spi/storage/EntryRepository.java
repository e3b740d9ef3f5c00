package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Entries of the conversations of the unit's tenant.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface EntryRepository {
    /**
     * Writes a new entry. The uploads that its attachments were become the entry's in the same unit.
     *
     * @param entry the entry; its body may have up to 1,000,000 characters, and each of its attachments is one that
     *     {@link AttachmentRepository#lockStaged} gave in this unit
     */
    void insert(Entry entry);

    /**
     * Reads the conversation of a ticket in the order of the ids, with the attachments of each entry.
     *
     * @param ticket which ticket
     * @param notes whether notes are included
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the entries
     */
    List<Entry> page(TicketId ticket, boolean notes, Optional<EntryId> after, int limit);

    /**
     * Reads several entries in one statement, with their attachments in a second one if there are any.
     *
     * @param refs at most 500
     * @return those that exist, in any order
     */
    List<Entry> findAll(Collection<EntryRef> refs);

    /**
     * Reads entries whose HTML was cut by another version of the allow-list than the present one.
     *
     * @param version the present version
     * @param limit how many at most
     * @return the entries, in any order
     */
    List<Entry> cutByOther(int version, int limit);

    /**
     * Puts new HTML in the place of an entry's. Everything else of the entry stays as it is.
     *
     * @param entry an entry of this ticket with a rich text; one that is not there changes nothing
     */
    void renewHtml(Entry entry);
}

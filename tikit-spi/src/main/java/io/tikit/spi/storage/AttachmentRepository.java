package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Records of attachments of the unit's tenant; the bytes are elsewhere. A record begins as an upload that waits and
 * becomes an entry's attachment by {@link EntryRepository#insert}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentRepository {
    /**
     * Writes an upload that waits and adds it to the tenant's usage, which no other unit changes until this one ends.
     *
     * @param staged the upload
     */
    void insert(StagedAttachment staged);

    /**
     * Reads uploads that wait, expired or not, and locks them until the unit ends.
     *
     * @param ids which ones, at most 100; locked in their order as unsigned bytes
     * @return those that wait, in any order; others are left out
     */
    List<StagedAttachment> lockStaged(Collection<AttachmentId> ids);

    /**
     * Deletes an upload that waits and takes it from the tenant's usage.
     *
     * @param staged what {@link #lockStaged} gave in this unit
     */
    void delete(StagedAttachment staged);

    /**
     * Reads the attachment of an entry.
     *
     * @param id which one
     * @return the attachment; empty if there is none or it still waits
     */
    Optional<Attachment> find(AttachmentId id);

    /**
     * Reads the attachments of a ticket by the ids of their entries, then their own.
     *
     * @param ticket which ticket
     * @param notes whether attachments of notes are included
     * @param after the place of the last one of the page before
     * @param limit how many at most
     * @return the attachments
     */
    List<Attachment> page(TicketId ticket, boolean notes, Optional<AttachmentPlace> after, int limit);

    /**
     * Reads uploads that wait and expired before an instant, the oldest first.
     *
     * @param before the instant
     * @param limit how many at most
     * @return the uploads
     */
    List<StagedAttachment> expired(Instant before, int limit);

    /**
     * Reads the ids of all records by id, those that wait included.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the ids
     */
    List<AttachmentId> ids(Optional<AttachmentId> after, int limit);

    /**
     * How much the entries of a ticket hold.
     *
     * @param ticket which ticket
     * @return files and bytes
     */
    AttachmentUsage usage(TicketId ticket);

    /**
     * How much the tenant holds, uploads that wait included.
     *
     * @return files and bytes
     */
    AttachmentUsage usage();

    /**
     * How many uploads of a user wait and can still be used.
     *
     * @param uploader the user
     * @param now those that expire at this instant or before do not count
     * @return how many
     */
    int waiting(UserId uploader, Instant now);
}

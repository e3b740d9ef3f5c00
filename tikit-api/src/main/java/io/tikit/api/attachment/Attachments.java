package io.tikit.api.attachment;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.TicketId;
import java.io.InputStream;
import java.util.Optional;

/**
 * Files on tickets, as the desk's caller may give and read them (REQ-TM-004). Bytes are streamed both ways and never kept
 * in memory as a whole. Safe for use by several threads.
 *
 * <p>All methods that touch bytes throw {@link io.tikit.api.error.UnavailableException} with code PART_UNAVAILABLE when
 * the store of the bytes fails, and with code NOT_SUPPORTED when the engine was built without one.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Attachments {
    /**
     * Takes a file in, outside of any transaction, the host's included. The upload then waits for a command that names
     * it: {@code Reply}, {@code AddNote} or {@code CreateTicket} with {@code withAttachment}. Nothing remains of an
     * upload that fails.
     *
     * @param name the name as the uploader gave it; cleaned of paths, control and direction characters
     * @param declaredType the media type as the uploader gave it, or empty; what is not of its form is dropped
     * @param content the bytes, read to their end and not closed
     * @return the upload that waits, with what was found out about it
     * @throws io.tikit.api.error.LimitException with code ATTACHMENT_TOO_LARGE as soon as one byte too many has come, or
     *     with code ATTACHMENT_QUOTA if the tenant's space is used up or too many uploads of this user wait
     * @throws java.io.UncheckedIOException around what reading the content throws
     * @throws io.tikit.api.error.NotPermittedException if the caller may not write on tickets
     */
    StagedAttachment stage(String name, String declaredType, InputStream content);

    /**
     * What is known of an attachment.
     *
     * @param id which one
     * @return the attachment
     * @throws io.tikit.api.error.NotFoundException if there is none that this caller may read; with the attachment of a
     *     note that is every customer, and uploads that wait are nobody's
     */
    Attachment get(AttachmentId id);

    /**
     * What is known of an attachment, if there is one that this caller may read.
     *
     * @param id which one
     * @return the attachment, or empty
     */
    Optional<Attachment> find(AttachmentId id);

    /**
     * Lists the attachments of a ticket that this caller may read, by entry, then in the order of their upload.
     *
     * @param ticket which ticket
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Attachment> list(TicketId ticket, PageRequest page);

    /**
     * Opens the bytes. Reading to the end compares them with the hash that was taken when they came: the last bytes are
     * given out only if all are as they were; otherwise reading throws
     * {@link io.tikit.api.error.UnavailableException} with code ATTACHMENT_DAMAGED.
     *
     * @param id which one
     * @return a stream, to be closed by the caller
     * @throws io.tikit.api.error.NotFoundException if there is none that this caller may read
     * @throws io.tikit.api.error.UnavailableException with code ATTACHMENT_DAMAGED if the bytes are gone
     */
    InputStream open(AttachmentId id);

    /**
     * Opens a part of the bytes, as a download that was interrupted asks for. A part cannot be compared with the hash.
     *
     * @param id which one
     * @param from how many bytes to pass over, not negative
     * @param length how many bytes at most, not negative; fewer come when the file ends before
     * @return a stream, to be closed by the caller
     * @throws io.tikit.api.error.NotFoundException if there is none that this caller may read
     * @throws io.tikit.api.error.InvalidException if one of the numbers is negative, with code INVALID_QUERY
     * @throws io.tikit.api.error.UnavailableException with code ATTACHMENT_DAMAGED if the bytes are gone
     */
    InputStream open(AttachmentId id, long from, long length);

    /**
     * How much may be attached.
     *
     * @return the limits that the host has set
     */
    AttachmentLimits limits();
}

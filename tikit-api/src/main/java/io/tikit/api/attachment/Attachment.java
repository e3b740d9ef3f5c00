package io.tikit.api.attachment;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that belongs to an entry of a ticket. Whoever may read the entry may read the file.
 *
 * @param id its id, the same as that of the upload
 * @param ticket the ticket
 * @param entry the entry
 * @param file what is known of it
 * @param uploader who gave it; never {@link Actor.Subject}
 * @param uploadedAt when the last byte had come
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Attachment(
        AttachmentId id, TicketId ticket, EntryId entry, FileFacts file, Actor uploader, Instant uploadedAt) {
    /** Checks that nothing is null. */
    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(uploader, "uploader");
        Objects.requireNonNull(uploadedAt, "uploadedAt");
    }
}

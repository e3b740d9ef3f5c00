package io.tikit.api.conversation;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes among agents (REQ-CC-005, REQ-CC-009) and, in the same step, changes the ticket if wished. Recorded as
 * {@code ticket.noted}. Customers may not write notes and never learn of them.
 *
 * @param ticket which ticket
 * @param body plain text, 1 to 1,000,000 characters; may be empty when there are attachments
 * @param changes what to change as well
 * @param key a second command with the same key returns the entry of the first
 * @param attachments uploads of the caller that wait, which become the entry's; each id once
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AddNote(
        TicketId ticket,
        String body,
        List<TicketChange> changes,
        Optional<IdempotencyKey> key,
        List<AttachmentId> attachments)
        implements Command<Entry> {
    /** Copies the lists. */
    public AddNote {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(body, "body");
        changes = List.copyOf(changes);
        Objects.requireNonNull(key, "key");
        attachments = List.copyOf(attachments);
    }

    /**
     * Without attachments.
     *
     * @param ticket which ticket
     * @param body plain text
     * @param changes what to change as well
     * @param key a second command with the same key returns the entry of the first
     */
    public AddNote(TicketId ticket, String body, List<TicketChange> changes, Optional<IdempotencyKey> key) {
        this(ticket, body, changes, key, List.of());
    }

    /**
     * A note.
     *
     * @param ticket which ticket
     * @param body plain text
     * @return the command
     */
    public static AddNote to(TicketId ticket, String body) {
        return new AddNote(ticket, body, List.of(), Optional.empty());
    }

    /**
     * With one more change.
     *
     * @param change what to change as well
     * @return a copy
     */
    public AddNote with(TicketChange change) {
        return new AddNote(
                ticket, body, Stream.concat(changes.stream(), Stream.of(change)).toList(), key, attachments);
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public AddNote withKey(IdempotencyKey idempotencyKey) {
        return new AddNote(ticket, body, changes, Optional.of(idempotencyKey), attachments);
    }

    /**
     * With one more file.
     *
     * @param staged an upload of the caller that waits, see {@link io.tikit.api.attachment.Attachments#stage}
     * @return a copy
     */
    public AddNote withAttachment(AttachmentId staged) {
        return new AddNote(
                ticket,
                body,
                changes,
                key,
                Stream.concat(attachments.stream(), Stream.of(staged)).toList());
    }

    /** Names the command without its body, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "AddNote to " + ticket;
    }
}

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
 * Writes to everybody on a ticket and, in the same step, changes it if wished: a reply that resolves is one command.
 * Recorded as {@code ticket.replied}. A requester's reply on a pending, resolved or closed ticket opens it again; an
 * agent's reply on a new ticket opens it. A reply to a note is a note: recorded as {@code ticket.noted}, and in need of
 * the permission to write notes.
 *
 * @param ticket which ticket
 * @param body what is written, in the format of the composition: plain text of 1 to 1,000,000 characters, or see
 *     {@link Text}; may be empty when there are attachments
 * @param changes what to change as well
 * @param key a second command with the same key returns the entry of the first
 * @param attachments uploads of the caller that wait, which become the entry's; each id once
 * @param composition in which format, in answer to what, after having seen what
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Reply(
        TicketId ticket,
        String body,
        List<TicketChange> changes,
        Optional<IdempotencyKey> key,
        List<AttachmentId> attachments,
        Composition composition)
        implements Command<Entry> {
    /** Copies the lists. */
    public Reply {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(body, "body");
        changes = List.copyOf(changes);
        Objects.requireNonNull(key, "key");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(composition, "composition");
    }

    /**
     * A plain text that answers nothing in particular.
     *
     * @param ticket which ticket
     * @param body plain text
     * @param changes what to change as well
     * @param key a second command with the same key returns the entry of the first
     * @param attachments uploads of the caller that wait
     */
    public Reply(
            TicketId ticket,
            String body,
            List<TicketChange> changes,
            Optional<IdempotencyKey> key,
            List<AttachmentId> attachments) {
        this(ticket, body, changes, key, attachments, Composition.PLAIN);
    }

    /**
     * Without attachments.
     *
     * @param ticket which ticket
     * @param body plain text
     * @param changes what to change as well
     * @param key a second command with the same key returns the entry of the first
     */
    public Reply(TicketId ticket, String body, List<TicketChange> changes, Optional<IdempotencyKey> key) {
        this(ticket, body, changes, key, List.of(), Composition.PLAIN);
    }

    /**
     * A reply.
     *
     * @param ticket which ticket
     * @param body plain text
     * @return the command
     */
    public static Reply to(TicketId ticket, String body) {
        return new Reply(ticket, body, List.of(), Optional.empty());
    }

    /**
     * A reply with form.
     *
     * @param ticket which ticket
     * @param text what is written
     * @return the command
     */
    public static Reply to(TicketId ticket, Text text) {
        return to(ticket, text.source()).with(Composition.PLAIN.withFormat(text.format()));
    }

    /**
     * Composed in another way.
     *
     * @param way in which format, in answer to what, after having seen what
     * @return a copy
     */
    public Reply with(Composition way) {
        return new Reply(ticket, body, changes, key, attachments, way);
    }

    /**
     * In answer to an entry of the ticket. In answer to a note it is a note, which customers never see.
     *
     * @param entry what is answered
     * @return a copy
     */
    public Reply inReplyTo(EntryId entry) {
        return with(composition.withInReplyTo(entry));
    }

    /**
     * Refused with {@link io.tikit.api.error.ErrorCode#NEWER_ENTRIES} when others have written since.
     *
     * @param entry the last entry that its writer had seen
     * @return a copy
     */
    public Reply afterSeeing(EntryId entry) {
        return with(composition.withSeen(entry));
    }

    /**
     * Written whatever others have written since.
     *
     * @return a copy
     */
    public Reply regardless() {
        return with(composition.withRegardless());
    }

    /**
     * With one more change.
     *
     * @param change what to change as well
     * @return a copy
     */
    public Reply with(TicketChange change) {
        return new Reply(
                ticket,
                body,
                Stream.concat(changes.stream(), Stream.of(change)).toList(),
                key,
                attachments,
                composition);
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public Reply withKey(IdempotencyKey idempotencyKey) {
        return new Reply(ticket, body, changes, Optional.of(idempotencyKey), attachments, composition);
    }

    /**
     * With one more file.
     *
     * @param staged an upload of the caller that waits, see {@link io.tikit.api.attachment.Attachments#stage}
     * @return a copy
     */
    public Reply withAttachment(AttachmentId staged) {
        return new Reply(
                ticket,
                body,
                changes,
                key,
                Stream.concat(attachments.stream(), Stream.of(staged)).toList(),
                composition);
    }

    /** Names the command without its body, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "Reply to " + ticket;
    }
}

package io.tikit.api.conversation;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
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
 * @param body plain text, 1 to 1,000,000 characters
 * @param changes what to change as well
 * @param key a second command with the same key returns the entry of the first
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AddNote(TicketId ticket, String body, List<TicketChange> changes, Optional<IdempotencyKey> key)
        implements Command<Entry> {
    /** Copies the changes. */
    public AddNote {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(body, "body");
        changes = List.copyOf(changes);
        Objects.requireNonNull(key, "key");
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
                ticket, body, Stream.concat(changes.stream(), Stream.of(change)).toList(), key);
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public AddNote withKey(IdempotencyKey idempotencyKey) {
        return new AddNote(ticket, body, changes, Optional.of(idempotencyKey));
    }

    /** Names the command without its body, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "AddNote to " + ticket;
    }
}

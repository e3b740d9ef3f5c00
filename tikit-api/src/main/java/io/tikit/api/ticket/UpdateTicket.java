package io.tikit.api.ticket;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes a ticket. Recorded as {@code ticket.updated}; a command that changes nothing writes nothing.
 *
 * <p>With an expected revision, fields that others changed since are compared with the fields of this command: different
 * fields merge, the same field raises a conflict. Without one, the last writer wins field by field.
 *
 * @param id which ticket
 * @param expected the revision that the caller saw
 * @param changes what to set or clear, at least one
 * @param key a second command with the same key changes nothing and returns the ticket
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateTicket(
        TicketId id, Optional<Revision> expected, List<TicketChange> changes, Optional<IdempotencyKey> key)
        implements Command<Ticket> {
    /** Copies the changes. */
    public UpdateTicket {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
        changes = List.copyOf(changes);
        Objects.requireNonNull(key, "key");
    }

    /**
     * Changes to a ticket, whatever its revision.
     *
     * @param id which ticket
     * @param changes what to set or clear
     * @return the command
     */
    public static UpdateTicket of(TicketId id, TicketChange... changes) {
        return new UpdateTicket(id, Optional.empty(), List.of(changes), Optional.empty());
    }

    /**
     * With one more change.
     *
     * @param change what to set or clear
     * @return a copy
     */
    public UpdateTicket with(TicketChange change) {
        return new UpdateTicket(
                id, expected, Stream.concat(changes.stream(), Stream.of(change)).toList(), key);
    }

    /**
     * With the revision that the caller saw.
     *
     * @param revision the revision
     * @return a copy
     */
    public UpdateTicket expecting(Revision revision) {
        return new UpdateTicket(id, Optional.of(revision), changes, key);
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public UpdateTicket withKey(IdempotencyKey idempotencyKey) {
        return new UpdateTicket(id, expected, changes, Optional.of(idempotencyKey));
    }

    /** Names the command without its values, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "UpdateTicket " + id + " with " + changes.size() + " changes";
    }
}

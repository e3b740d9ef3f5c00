package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts a ticket back into the queue of its team. The team's routing goes on and does not give it to the same agent again,
 * who may still take it. A ticket that nobody has is left as it is.
 *
 * @param ticket which ticket
 * @param reason why, in a line of at most 255 characters that is kept with the event
 * @param note what the next one should know, 1 to 1,000,000 characters; agents alone read it
 * @param key a second command with the same key changes nothing and returns the ticket
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ReleaseTicket(
        TicketId ticket, Optional<String> reason, Optional<String> note, Optional<IdempotencyKey> key)
        implements Command<Ticket> {
    /** Checks that nothing is null. */
    public ReleaseTicket {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Puts a ticket back.
     *
     * @param ticket which ticket
     * @return the command
     */
    public static ReleaseTicket of(TicketId ticket) {
        return new ReleaseTicket(ticket, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same with a reason.
     *
     * @param why a line
     * @return a copy
     */
    public ReleaseTicket because(String why) {
        return new ReleaseTicket(ticket, Optional.of(why), note, key);
    }

    /**
     * The same with a note.
     *
     * @param text plain text
     * @return a copy
     */
    public ReleaseTicket withNote(String text) {
        return new ReleaseTicket(ticket, reason, Optional.of(text), key);
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public ReleaseTicket withKey(IdempotencyKey idempotencyKey) {
        return new ReleaseTicket(ticket, reason, note, Optional.of(idempotencyKey));
    }

    /** Names the command without its texts, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "ReleaseTicket " + ticket;
    }
}

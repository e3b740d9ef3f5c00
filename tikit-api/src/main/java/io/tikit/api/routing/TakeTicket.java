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
 * The caller takes a ticket: one that nobody has, in the queue of a team of the caller's or of none; or, with
 * {@code stealing}, whoever has it. One that the caller has already is left as it is.
 *
 * @param ticket which ticket
 * @param stealing whether to take it from somebody else, for which a permission of its own and a reason are needed
 * @param reason why, in a line of at most 255 characters that is kept with the event
 * @param key a second command with the same key changes nothing and returns the ticket
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TakeTicket(TicketId ticket, boolean stealing, Optional<String> reason, Optional<IdempotencyKey> key)
        implements Command<Ticket> {
    /** Checks that nothing is null. */
    public TakeTicket {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Takes a ticket that nobody has.
     *
     * @param ticket which ticket
     * @return the command
     */
    public static TakeTicket of(TicketId ticket) {
        return new TakeTicket(ticket, false, Optional.empty(), Optional.empty());
    }

    /**
     * Takes a ticket from whoever has it.
     *
     * @param ticket which ticket
     * @param reason why, a line
     * @return the command
     */
    public static TakeTicket stealing(TicketId ticket, String reason) {
        return new TakeTicket(ticket, true, Optional.of(reason), Optional.empty());
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public TakeTicket withKey(IdempotencyKey idempotencyKey) {
        return new TakeTicket(ticket, stealing, reason, Optional.of(idempotencyKey));
    }

    /** Names the command without its reason, so that logs hold no personal data. */
    @Override
    public String toString() {
        return (stealing ? "TakeTicket from its agent " : "TakeTicket ") + ticket;
    }
}

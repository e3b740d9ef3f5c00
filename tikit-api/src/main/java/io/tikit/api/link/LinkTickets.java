package io.tikit.api.link;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;
import java.util.Optional;

/**
 * Links two tickets. Tickets that are linked so already stay as they are, and so does the instant of their link.
 *
 * @param from the first ticket
 * @param kind what the second one is to it
 * @param to the second ticket
 * @param key a second command with the same key changes nothing and returns the link
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LinkTickets(TicketId from, LinkKind kind, TicketId to, Optional<IdempotencyKey> key)
        implements Command<TicketLink> {
    /** Checks that nothing is null. */
    public LinkTickets {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(key, "key");
    }

    /**
     * The command without a key.
     *
     * @param from the first ticket
     * @param kind what the second one is to it
     * @param to the second ticket
     * @return the command
     */
    public static LinkTickets of(TicketId from, LinkKind kind, TicketId to) {
        return new LinkTickets(from, kind, to, Optional.empty());
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public LinkTickets withKey(IdempotencyKey idempotencyKey) {
        return new LinkTickets(from, kind, to, Optional.of(idempotencyKey));
    }
}

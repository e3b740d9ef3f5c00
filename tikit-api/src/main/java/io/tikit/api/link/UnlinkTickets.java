package io.tikit.api.link;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a link away. Tickets that are not linked so stay as they are.
 *
 * @param from the first ticket
 * @param kind what the second one is to it
 * @param to the second ticket
 * @param key a second command with the same key changes nothing
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UnlinkTickets(TicketId from, LinkKind kind, TicketId to, Optional<IdempotencyKey> key)
        implements Command<Boolean> {
    /** Checks that nothing is null. */
    public UnlinkTickets {
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
    public static UnlinkTickets of(TicketId from, LinkKind kind, TicketId to) {
        return new UnlinkTickets(from, kind, to, Optional.empty());
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public UnlinkTickets withKey(IdempotencyKey idempotencyKey) {
        return new UnlinkTickets(from, kind, to, Optional.of(idempotencyKey));
    }
}

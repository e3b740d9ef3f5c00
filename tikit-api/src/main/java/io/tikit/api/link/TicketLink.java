package io.tikit.api.link;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Objects;

/**
 * That two tickets belong together. Of a kind without direction the first ticket is the one with the lesser id.
 *
 * @param from the first ticket
 * @param kind what the second one is to it
 * @param to the second ticket
 * @param since when they were linked
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketLink(TicketId from, LinkKind kind, TicketId to, Instant since) {
    /** Checks that nothing is null. */
    public TicketLink {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(since, "since");
    }

    /**
     * The other one of the two.
     *
     * @param ticket one of them
     * @return the other
     */
    public TicketId other(TicketId ticket) {
        return ticket.equals(from) ? to : from;
    }
}

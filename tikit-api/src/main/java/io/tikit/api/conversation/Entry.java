package io.tikit.api.conversation;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that was written on a ticket.
 *
 * @param id its id
 * @param ticket the ticket
 * @param kind what it is
 * @param author who wrote it; never {@link Actor.Subject}
 * @param channel how it came
 * @param at when it was written
 * @param body plain text
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Entry(
        EntryId id, TicketId ticket, EntryKind kind, Actor author, Channel channel, Instant at, String body) {
    /** Checks that nothing is null. */
    public Entry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(body, "body");
    }

    /** Names the entry without its body, so that logs hold no personal data. */
    @Override
    public String toString() {
        return kind + " " + id + " on ticket " + ticket;
    }
}

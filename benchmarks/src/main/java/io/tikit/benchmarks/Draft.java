package io.tikit.benchmarks;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What differs from ticket to ticket on the raw side. Ids are of version 7 like the engine's, so indexes grow alike. */
record Draft(long high, long low, long serial, long now, UserId requester, TicketText text) {
    static final int TICKET = 0;
    static final int ENTRY = 1;
    static final int EVENT = 2;
    /** The first number of ids that nothing else refers to. */
    static final int OTHERS = 3;

    static Draft make(long number, long serial, UserId requester) {
        long now = InstantSource.system().millis();
        long random = ThreadLocalRandom.current().nextLong();
        return new Draft(
                now << 16 | 0x7000L | (serial & 0xFFFL),
                0x8000_0000_0000_0000L | (random >>> 2 & ~0xFFL),
                serial,
                now,
                requester,
                TicketText.of(number));
    }

    UUID id(int which) {
        return new UUID(high, low + which);
    }

    /** The ticket as the engine would give it to the index; {@code like} has what is the same for all. */
    Ticket ticket(Ticket like) {
        Instant at = Instant.ofEpochMilli(now);
        return new Ticket(
                like.summary().toBuilder()
                        .identity(new TicketId(id(TICKET)), serial)
                        .subject(text.subject())
                        .people(requester, requester)
                        .times(at, at)
                        .build(),
                Map.of(
                        "product", new FieldValue.Text(text.product()),
                        "site", new FieldValue.Text(text.site())));
    }

    /** The description as the engine would give it to the index. */
    Entry entry() {
        return new Entry(
                new EntryId(id(ENTRY)),
                new TicketId(id(TICKET)),
                EntryKind.DESCRIPTION,
                new Actor.User(requester),
                Channel.API,
                Instant.ofEpochMilli(now),
                text.description());
    }
}

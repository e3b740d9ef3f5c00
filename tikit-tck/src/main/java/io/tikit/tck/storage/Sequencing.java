package io.tikit.tck.storage;

import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Leases;
import io.tikit.spi.storage.Storage;
import io.tikit.tck.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives positions to changes, and reads a whole feed. */
final class Sequencing {
    static final Duration LONG = Duration.ofMinutes(10);
    static final String OWNER = "tck-sequencer";

    private Sequencing() {}

    /** The lease of the sequencer, held by the owner of the tests. */
    static Leases.Lease lease(Storage storage) {
        return lease(storage, OWNER);
    }

    static Leases.Lease lease(Storage storage, String owner) {
        return Await.value(
                "the lease of the sequencer",
                () -> Optional.ofNullable(storage.leases()
                        .acquire(List.of(Feed.SEQUENCER), owner, LONG)
                        .get(Feed.SEQUENCER)));
    }

    /** Gives positions to all that waits, and the lease back. */
    static int sequenceAll(Storage storage) {
        Leases.Lease lease = lease(storage);
        try {
            int all = 0;
            int done;
            do {
                done = storage.feed().sequence(lease, 100);
                all += done;
                if (all > 100_000) {
                    throw new AssertionError("sequencing does not end");
                }
            } while (done > 0);
            return all;
        } finally {
            storage.leases().release(List.of(lease));
        }
    }

    /** Sequences until the feed of the tenant has a length, for storages that hear of commits a little later. */
    static void sequenceUntil(TestTenant tenant, long head) {
        Await.until("the feed of " + tenant.id() + " has " + head + " changes", () -> {
            sequenceAll(tenant.storage());
            return tenant.storage().feed().head(tenant.id()) >= head;
        });
    }

    /** All changes of a tenant, read a few at a time. */
    static List<Feed.Change> read(TestTenant tenant) {
        Feed feed = tenant.storage().feed();
        return Pages.walk(
                7, (Optional<Long> after) -> feed.read(tenant.id(), after.orElse(0L), 7), Feed.Change::position);
    }

    /** Commits a change with one event on a ticket. */
    static EventRef commitChange(TestTenant tenant, Ticket ticket, long revision) {
        Event event = tenant.newEvent(ticket, revision);
        tenant.write(unit -> {
            unit.events().insert(event);
            unit.outbox().change(List.of(EventRef.of(event)));
        });
        return EventRef.of(event);
    }
}

package io.tikit.core.event;

import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds places in the feed of a tenant by events. Positions follow commits, and so nearly the instants of events: whoever
 * is out of place is so by the length of a transaction or what the clocks of two nodes differ.
 */
final class FeedPlaces {
    private static final Duration APART = Duration.ofMinutes(10);
    private static final int BATCH = 500;
    private static final int PEEK = 20;

    private final Storage storage;
    private final TenantId tenant;
    private final long head;

    FeedPlaces(Storage storage, TenantId tenant) {
        this.storage = storage;
        this.tenant = tenant;
        this.head = storage.feed().head(tenant);
    }

    long head() {
        return head;
    }

    /** When the first change after a position happened whose event is still there. */
    Optional<Instant> instantAfter(long position) {
        List<EventRef> refs = storage.feed().read(tenant, position, PEEK).stream()
                .flatMap(change -> change.events().stream().limit(1))
                .toList();
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            for (EventRef ref : refs) {
                Optional<Event> event = unit.events().find(ref.subject(), ref.event());
                if (event.isPresent()) {
                    return event.map(Event::at);
                }
            }
        }
        return Optional.empty();
    }

    /** The position before the change that an event belongs to. */
    OptionalLong before(Event event) {
        Instant last = event.at().plus(APART);
        EventRef wanted = EventRef.of(event);
        long from = firstAfter(event.at().minus(APART));
        for (List<Feed.Change> changes = storage.feed().read(tenant, from, BATCH);
                !changes.isEmpty();
                changes = storage.feed().read(tenant, from, BATCH)) {
            for (Feed.Change change : changes) {
                if (change.events().contains(wanted)) {
                    return OptionalLong.of(change.position() - 1);
                }
            }
            from = changes.get(changes.size() - 1).position();
            if (instantAfter(from).filter(last::isBefore).isPresent()) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** Halves the feed until it comes to a position behind which nothing happened before an instant, or nearly so. */
    private long firstAfter(Instant at) {
        long low = 0;
        long high = head;
        while (low < high) {
            long middle = (low + high) / 2;
            if (instantAfter(middle).filter(at::isAfter).isPresent()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

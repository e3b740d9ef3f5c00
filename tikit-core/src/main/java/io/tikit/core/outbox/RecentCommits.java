package io.tikit.core.outbox;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.core.pipeline.Recorded;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What this node committed a moment ago, so that those who react to it here need not read back what was just written.
 * Bounded by size; what fell out, and what other nodes committed, comes from storage. Only what cannot change after its
 * commit may be taken from here: an event, an entry, and a ticket as its event left it.
 */
@Singleton
public final class RecentCommits {
    /** In characters of text, with a round figure for all that is around it. */
    private static final long LARGEST = 8_000_000;

    private static final int AROUND = 1_000;
    private static final int MOST_AT_ONCE = 500;

    private record Key(TenantId tenant, EventId event) {}

    private final Cache<Key, Recorded> recent = CacheBuilder.newBuilder()
            .maximumWeight(LARGEST)
            .concurrencyLevel(1)
            .weigher((Key key, Recorded recorded) -> weight(recorded))
            .build();

    @Inject
    RecentCommits() {}

    void remember(List<Recorded> committed) {
        for (Recorded recorded : committed) {
            recent.put(new Key(recorded.event().tenant(), recorded.event().id()), recorded);
        }
    }

    /** What was written with an event, if it was committed here and lately. */
    public Optional<Recorded> find(TenantId tenant, EventId event) {
        return Optional.ofNullable(recent.getIfPresent(new Key(tenant, event)));
    }

    /** Events by their places: from here, else from storage. Without those that are not there any more. */
    public List<Event> events(UnitOfWork unit, Collection<EventRef> refs) {
        List<Event> found = new ArrayList<>(refs.size());
        List<EventRef> others = new ArrayList<>();
        for (EventRef ref : refs) {
            find(unit.tenant(), ref.event())
                    .ifPresentOrElse(recorded -> found.add(recorded.event()), () -> others.add(ref));
        }
        for (int from = 0; from < others.size(); from += MOST_AT_ONCE) {
            found.addAll(unit.events().findAll(others.subList(from, Math.min(others.size(), from + MOST_AT_ONCE))));
        }
        return found;
    }

    /** The values of the ticket count twice, for the event of a new one has them as well. */
    private static int weight(Recorded recorded) {
        int fields = recorded.ticket()
                .map(ticket -> ticket.fields().values().stream()
                        .mapToInt(value -> value instanceof FieldValue.Text text
                                ? text.value().length()
                                : 64)
                        .sum())
                .orElse(0);
        return AROUND
                + 2 * fields
                + recorded.entry().map(entry -> entry.body().length()).orElse(0);
    }
}

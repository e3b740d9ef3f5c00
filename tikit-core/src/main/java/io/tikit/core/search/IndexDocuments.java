package io.tikit.core.search;

import io.tikit.api.TenantId;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.outbox.RecentCommits;
import io.tikit.core.pipeline.Recorded;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What changes are about: what this node committed lately is at hand, the rest is read as it stands in storage now, three
 * statements for up to 500 events.
 */
final class IndexDocuments {
    private static final int MOST = 500;
    private static final int PAGE = 200;

    private final Storage storage;
    private final RecentCommits recent;

    @Inject
    IndexDocuments(Storage storage, RecentCommits recent) {
        this.storage = storage;
        this.recent = recent;
    }

    IndexBatch of(TenantId tenant, List<Feed.Change> changes, long position) {
        Changed changed = new Changed();
        List<EventRef> others = new ArrayList<>();
        for (Feed.Change change : changes) {
            for (EventRef ref : change.events()) {
                recent.find(tenant, ref.event()).ifPresentOrElse(changed::written, () -> others.add(ref));
            }
        }
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            inParts(others, unit.events()::findAll).forEach(changed::toRead);
            changed.tickets.putAll(byId(inParts(List.copyOf(changed.unreadTickets), unit.tickets()::findAll)));
            changed.entries.addAll(inParts(List.copyOf(changed.unreadEntries), unit.entries()::findAll));
        }
        return new IndexBatch(position, List.copyOf(changed.tickets.values()), changed.entries);
    }

    private static Map<TicketId, Ticket> byId(List<Ticket> tickets) {
        Map<TicketId, Ticket> found = new LinkedHashMap<>();
        tickets.forEach(ticket -> found.put(ticket.id(), ticket));
        return found;
    }

    /**
     * What a batch of changes is about. A ticket may be taken as its last event left it only if every event of it in the
     * batch was committed here: another node's event may be later than ours.
     */
    private static final class Changed {
        final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
        final List<Entry> entries = new ArrayList<>();
        final Set<TicketId> unreadTickets = new LinkedHashSet<>();
        final Set<EntryRef> unreadEntries = new LinkedHashSet<>();

        void written(Recorded recorded) {
            recorded.ticket()
                    .ifPresent(ticket -> tickets.merge(
                            ticket.id(),
                            ticket,
                            (one, other) ->
                                    one.revision().value() > other.revision().value() ? one : other));
            recorded.entry().ifPresent(entries::add);
        }

        void toRead(Event event) {
            event.ticket().ifPresent(ticket -> {
                tickets.remove(ticket);
                unreadTickets.add(ticket);
                event.entry().ifPresent(entry -> unreadEntries.add(new EntryRef(ticket, entry)));
            });
        }
    }

    /** All tickets of a tenant with all entries, in bounded batches at position 0. */
    void forAll(TenantId tenant, Consumer<IndexBatch> sink) {
        Optional<TicketId> after = Optional.empty();
        while (true) {
            List<Ticket> tickets;
            List<Entry> entries = new ArrayList<>();
            try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
                tickets = unit.tickets().scan(after, PAGE);
                for (Ticket ticket : tickets) {
                    entriesOf(unit, ticket.id(), entries, sink);
                }
            }
            if (tickets.isEmpty()) {
                return;
            }
            sink.accept(new IndexBatch(0, tickets, entries));
            after = Optional.of(tickets.get(tickets.size() - 1).id());
        }
    }

    private static void entriesOf(UnitOfWork unit, TicketId ticket, List<Entry> entries, Consumer<IndexBatch> sink) {
        Optional<EntryId> after = Optional.empty();
        while (true) {
            List<Entry> page = unit.entries().page(ticket, true, after, PAGE);
            entries.addAll(page);
            if (page.size() < PAGE) {
                return;
            }
            after = Optional.of(page.get(page.size() - 1).id());
            if (entries.size() > MOST) {
                sink.accept(new IndexBatch(0, List.of(), entries));
                entries.clear();
            }
        }
    }

    private static <K, V> List<V> inParts(List<K> keys, Function<Collection<K>, List<V>> read) {
        List<V> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST) {
            found.addAll(read.apply(keys.subList(from, Math.min(keys.size(), from + MOST))));
        }
        return found;
    }
}

package io.tikit.core.search;

import io.tikit.api.TenantId;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads what changes are about, as it stands in storage now: three statements for up to 500 events. */
final class IndexDocuments {
    private static final int MOST = 500;
    private static final int PAGE = 200;

    private final Storage storage;

    @Inject
    IndexDocuments(Storage storage) {
        this.storage = storage;
    }

    IndexBatch of(TenantId tenant, List<Feed.Change> changes, long position) {
        List<EventRef> refs = new ArrayList<>();
        changes.forEach(change -> refs.addAll(change.events()));
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            Set<TicketId> tickets = new LinkedHashSet<>();
            Set<EntryRef> entries = new LinkedHashSet<>();
            for (Event event : inParts(refs, unit.events()::findAll)) {
                event.ticket().ifPresent(ticket -> {
                    tickets.add(ticket);
                    event.entry().ifPresent(entry -> entries.add(new EntryRef(ticket, entry)));
                });
            }
            List<Ticket> foundTickets = inParts(List.copyOf(tickets), unit.tickets()::findAll);
            List<Entry> foundEntries = inParts(List.copyOf(entries), unit.entries()::findAll);
            return new IndexBatch(position, foundTickets, foundEntries);
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

package io.tikit.lucene;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A few words to fill an index and to ask it. */
final class Desk {
    static final TenantId ACME = TenantId.of("acme");
    static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    static final UserId EMILY = new UserId(new UUID(1, 1));

    final SearchIndex index;
    final TenantId tenant;
    private long position;
    private long entries;

    Desk(SearchIndex index, TenantId tenant) {
        this.index = index;
        this.tenant = tenant;
    }

    static Desk inMemory() {
        SearchIndex index = new LuceneSearchIndex(new IndexHome(Optional.empty()), 16, 4);
        index.open();
        return new Desk(index, ACME);
    }

    static TicketId id(long number) {
        return new TicketId(new UUID(0x7000L, number));
    }

    static Ticket ticket(long number, String subject) {
        return ticket(number, subject, builder -> builder);
    }

    static Ticket ticket(long number, String subject, UnaryOperator<TicketSummary.Builder> more) {
        Instant created = MORNING.plusSeconds(number);
        TicketSummary.Builder builder = TicketSummary.builder()
                .identity(id(number), number)
                .subject(subject)
                .people(EMILY, null)
                .times(created, created);
        return new Ticket(more.apply(builder).build(), Map.of());
    }

    Entry entry(long number, EntryKind kind, String body) {
        EntryId id = new EntryId(new UUID(0x8000L, ++entries));
        return new Entry(id, id(number), kind, new Actor.User(EMILY), Channel.WEB, MORNING, body);
    }

    void add(Ticket... tickets) {
        index.apply(tenant, new IndexBatch(++position, List.of(tickets), List.of()));
    }

    EntryId write(long number, EntryKind kind, String body) {
        Entry entry = entry(number, kind, body);
        index.apply(tenant, new IndexBatch(++position, List.of(), List.of(entry)));
        return entry.id();
    }

    SearchMatches search(String text, boolean notes) {
        return index.search(
                tenant, new SearchRequest(Optional.of(text), Condition.always(), notes, Optional.empty(), 100));
    }

    /** The numbers of the tickets found, in order. */
    List<Long> found(String text) {
        return numbers(search(text, true));
    }

    List<Long> where(Condition condition) {
        return numbers(
                index.search(tenant, new SearchRequest(Optional.empty(), condition, false, Optional.empty(), 500)));
    }

    static List<Long> numbers(SearchMatches found) {
        return found.matches().stream()
                .map(match -> match.ticket().value().getLeastSignificantBits())
                .toList();
    }
}

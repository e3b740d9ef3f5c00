package io.tikit.tck.search;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.tck.SampleData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A tenant's index under test, empty at first. */
final class IndexTenant {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final long SEED = 20_260_302L;

    private final SearchIndex index;
    private final TenantId id;
    private final SampleData data;
    private final List<UserId> people;
    private final List<TeamId> teams;
    private final List<CategoryId> categories;
    private final List<OrganisationId> organisations;
    private long lastNumber;
    private long position;

    IndexTenant(SearchIndex index, String label) {
        this.index = index;
        id = TenantId.of(label);
        data = SampleData.of(SEED ^ label.hashCode());
        people = Stream.generate(() -> new UserId(data.id())).limit(3).toList();
        categories = Stream.generate(() -> new CategoryId(data.id())).limit(2).toList();
        organisations =
                Stream.generate(() -> new OrganisationId(data.id())).limit(2).toList();
        teams = Stream.generate(() -> new TeamId(data.id())).limit(2).toList();
        index.erase(id);
    }

    TenantId id() {
        return id;
    }

    SampleData data() {
        return data;
    }

    List<UserId> people() {
        return people;
    }

    /** A ticket that is not in the index. */
    Ticket ticket() {
        lastNumber++;
        return data.ticket(lastNumber, people, teams, categories, organisations);
    }

    Ticket ticket(String subject) {
        return renamed(ticket(), subject);
    }

    static Ticket renamed(Ticket ticket, String subject) {
        return new Ticket(
                ticket.summary().toBuilder()
                        .subject(subject)
                        .revision(ticket.revision().next())
                        .build(),
                ticket.fields());
    }

    /** An entry that is not in the index. */
    Entry entry(Ticket ticket, EntryKind kind, String body) {
        return new Entry(
                new EntryId(data.id()),
                ticket.id(),
                kind,
                new Actor.User(data.oneOf(people)),
                Channel.API,
                START,
                body);
    }

    void put(Ticket... tickets) {
        apply(List.of(tickets), List.of());
    }

    void put(Entry... entries) {
        apply(List.of(), List.of(entries));
    }

    List<Ticket> putMany(int count) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tickets.add(ticket());
        }
        apply(tickets, List.of());
        return tickets;
    }

    void apply(List<Ticket> tickets, List<Entry> entries) {
        position++;
        index.apply(id, new IndexBatch(position, tickets, entries));
    }

    long position() {
        return position;
    }

    SearchMatches search(String text, boolean notes) {
        return index.search(id, new SearchRequest(Optional.of(text), Condition.always(), notes, Optional.empty(), 50));
    }

    /** The ids that a text finds, without notes. */
    List<TicketId> found(String text) {
        return ids(search(text, false));
    }

    static List<TicketId> ids(SearchMatches matches) {
        return matches.matches().stream().map(SearchMatches.Match::ticket).toList();
    }

    /** All that is found, page by page. */
    List<SearchMatches.Match> walk(Optional<String> text, Condition where, boolean notes, int size) {
        List<SearchMatches.Match> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            SearchMatches page = index.search(id, new SearchRequest(text, where, notes, after, size));
            if (page.matches().size() > size) {
                throw new AssertionError(
                        "a page of " + size + " holds " + page.matches().size());
            }
            if (page.matches().isEmpty() && page.next().isPresent()) {
                throw new AssertionError("an empty page names a next one");
            }
            all.addAll(page.matches());
            after = page.next();
            if (all.size() > 2_000) {
                throw new AssertionError("the pages do not end");
            }
        } while (after.isPresent());
        return all;
    }

    Map<String, Long> counts(Condition where, String field) {
        return index.counts(id, where, true, field);
    }
}

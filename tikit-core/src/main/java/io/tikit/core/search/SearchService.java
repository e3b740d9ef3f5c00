package io.tikit.core.search;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.conversation.Entry;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.search.Highlight;
import io.tikit.api.search.Search;
import io.tikit.api.search.SearchHit;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.condition.Asked;
import io.tikit.core.condition.FieldCatalogs;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.spi.storage.EntryRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Search for one caller. The index answers with ids under the caller's permission; what stands in storage now is read in
 * one statement and checked again, and pages are topped up where something fell away.
 */
public final class SearchService implements Search {
    private static final int LONGEST_TEXT = 500;
    private static final int PIECE = 160;
    private static final int ROUNDS = 4;
    private static final int MOST_COUNTS = 1_000;
    private static final Set<String> COUNTABLE = Set.of(
            TicketFields.TYPE.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.STATUS.key(),
            TicketFields.STATE.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key());

    private final Supplier<Session> session;
    private final Reader reader;
    private final Optional<SearchIndex> index;
    private final FieldCatalogs catalogs;
    private final Time time;

    public SearchService(
            Supplier<Session> session, Reader reader, Optional<SearchIndex> index, FieldCatalogs catalogs, Time time) {
        this.session = session;
        this.reader = reader;
        this.index = index;
        this.catalogs = catalogs;
        this.time = time;
    }

    private record Found(Ticket ticket, SearchMatches.Match match) {}

    @Override
    public Page<SearchHit> tickets(SearchQuery query) {
        Session who = session.get();
        Violations violations = new Violations();
        violations.line("text", query.text(), 1, LONGEST_TEXT);
        violations.addAll(ConditionCheck.violations(query.where(), ConditionUse.SEARCH, catalogs.of(who.tenant())));
        violations.throwIfAny(ErrorCode.INVALID_QUERY);
        TicketView.requireReadable(who, query.where(), Set.of());
        Page<Found> page = find(who, Optional.of(query.text()), query.where(), query.page());
        Map<EntryRef, Entry> entries = entries(who, page.items());
        return page.map(found -> hit(who, query.text(), found, entries));
    }

    @Override
    public Page<TicketSummary> filter(TicketQuery query) {
        Session who = session.get();
        Violations violations = new Violations();
        if (!query.orderBy().isEmpty()) {
            violations.add(
                    "orderBy", "order_not_offered", "a free filter gives the newest first; leave the order empty");
        }
        violations.addAll(ConditionCheck.violations(query.where(), ConditionUse.SEARCH, catalogs.of(who.tenant())));
        violations.throwIfAny(ErrorCode.INVALID_QUERY);
        TicketView.requireReadable(who, query.where(), Set.of());
        return find(who, Optional.empty(), query.where(), query.page())
                .map(found -> TicketView.shown(who, found.ticket()).summary());
    }

    @Override
    public Map<String, Long> counts(Condition where, String field) {
        Session who = session.get();
        Violations violations = new Violations();
        violations.addAll(ConditionCheck.violations(where, ConditionUse.COUNT, catalogs.of(who.tenant())));
        if (!COUNTABLE.contains(field)) {
            violations.add(
                    "field",
                    "not_countable",
                    "tickets are counted by " + COUNTABLE,
                    Map.of("fields", List.copyOf(new TreeSet<>(COUNTABLE))));
        }
        violations.throwIfAny(ErrorCode.INVALID_QUERY);
        TicketView.requireReadable(who, where, Set.of(field));
        Condition allowed = Asked.first(where, who, time.instant(), reader)
                .bind(where, who, catalogs)
                .and(Access.visibleTickets(who));
        boolean notes = Access.readsAllNotes(who);
        return largestFirst(reader.guarded(() -> index().counts(who.tenant(), allowed, notes, field)));
    }

    private static Map<String, Long> largestFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COUNTS)
                .forEach(count -> sorted.put(count.getKey(), count.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    private Page<Found> find(Session who, Optional<String> text, Condition where, PageRequest page) {
        String shape = "search " + who.tenant() + " " + text + " " + where;
        Asked asked = Asked.settle(shape, where, page, who, time.instant(), reader);
        Optional<String> after = Cursors.read(shape, page).map(whole -> Cursors.text(asked.behind(where, whole)));
        Condition allowed = asked.bind(where, who, catalogs).and(Access.visibleTickets(who));
        Condition still = Words.believed(allowed);
        boolean notes = Access.readsAllNotes(who);
        List<Found> items = new ArrayList<>();
        for (int round = 0; ; round++) {
            SearchRequest request = new SearchRequest(text, allowed, notes, after, page.size() - items.size());
            SearchMatches matches = reader.guarded(() -> index().search(who.tenant(), request));
            items.addAll(present(who, still, matches.matches()));
            after = matches.next();
            if (after.isEmpty() || items.size() == page.size() || round == ROUNDS) {
                return new Page<>(
                        items, after.map(place -> Cursors.write(shape, asked.before(where, Cursors.bytes(place)))));
            }
        }
    }

    /** What of the matches is in storage and may still be seen. */
    private List<Found> present(Session who, Condition still, List<SearchMatches.Match> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        List<TicketId> ids = matches.stream().map(SearchMatches.Match::ticket).toList();
        Map<TicketId, Ticket> tickets = new HashMap<>();
        reader.read(who.tenant(), unit -> unit.tickets().findAll(ids))
                .forEach(ticket -> tickets.put(ticket.id(), ticket));
        List<Found> found = new ArrayList<>();
        for (SearchMatches.Match match : matches) {
            Ticket ticket = tickets.get(match.ticket());
            if (ticket != null && ConditionInterpreter.holds(still, ticket)) {
                found.add(new Found(ticket, match));
            }
        }
        return found;
    }

    /** The entries of a page from which pieces may be cut: only what the caller may read. */
    private Map<EntryRef, Entry> entries(Session who, List<Found> page) {
        List<EntryRef> refs = page.stream()
                .flatMap(found -> found.match().entries().stream()
                        .map(entry -> new EntryRef(found.ticket().id(), entry)))
                .toList();
        boolean notes = Access.readsAllNotes(who);
        Map<EntryRef, Entry> entries = new HashMap<>();
        for (int from = 0; from < refs.size(); from += PageRequest.MAX_SIZE) {
            List<EntryRef> part = refs.subList(from, Math.min(refs.size(), from + PageRequest.MAX_SIZE));
            reader.read(who.tenant(), unit -> unit.entries().findAll(part)).stream()
                    .filter(entry -> notes || entry.kind().isPublic())
                    .forEach(entry -> entries.put(new EntryRef(entry.ticket(), entry.id()), entry));
        }
        return entries;
    }

    private SearchHit hit(Session who, String text, Found found, Map<EntryRef, Entry> entries) {
        List<Highlight> highlights = new ArrayList<>();
        piece(who, text, found.ticket().subject())
                .ifPresent(parts -> highlights.add(new Highlight(Optional.empty(), parts)));
        for (var id : found.match().entries()) {
            Entry entry = entries.get(new EntryRef(found.ticket().id(), id));
            if (entry != null) {
                piece(who, text, entry.body())
                        .ifPresent(parts -> highlights.add(new Highlight(Optional.of(id), parts)));
            }
        }
        return new SearchHit(
                TicketView.shown(who, found.ticket()).summary(), found.match().score(), highlights);
    }

    private Optional<List<Highlight.Part>> piece(Session who, String text, String content) {
        List<Highlight.Part> parts = reader.guarded(() -> index().highlight(who.tenant(), text, content, PIECE));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private SearchIndex index() {
        return index.orElseThrow(IndexFeeder::noIndex);
    }
}

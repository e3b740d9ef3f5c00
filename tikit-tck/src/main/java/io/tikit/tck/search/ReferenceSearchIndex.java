package io.tikit.tck.search;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.error.Violation;
import io.tikit.api.search.Highlight;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketNumber;
import io.tikit.spi.condition.ConditionInput;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A search index in memory that looks at every document, by the reference interpreter of conditions. For comparison, and
 * for hosts that want a desk without files in their tests. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ReferenceSearchIndex implements SearchIndex {
    private static final Comparator<Ticket> NEWEST = Comparator.comparing(
                    (Ticket ticket) -> ticket.summary().createdAt())
            .reversed()
            .thenComparing(ticket -> ticket.id().value(), ConditionInterpreter::compareUnsigned);

    private final Map<TenantId, Documents> tenants = new HashMap<>();

    private boolean broken;

    /** Makes an empty index. */
    public ReferenceSearchIndex() {}

    /**
     * Makes that nothing can be written, or can again.
     *
     * @param now whether nothing can be written from now on
     */
    public synchronized void breakOff(boolean now) {
        broken = now;
    }

    private void write(TenantId tenant) {
        if (broken) {
            documents(tenant).lost = true;
            throw new UnavailableException(ErrorCode.INDEX_UNAVAILABLE, "the index cannot be written", null);
        }
    }

    @Override
    public void open() {}

    @Override
    public synchronized long position(TenantId tenant) {
        Documents documents = documents(tenant);
        documents.lost = false;
        return documents.flushed;
    }

    @Override
    public synchronized void apply(TenantId tenant, IndexBatch batch) {
        write(tenant);
        Documents documents = documents(tenant);
        if (documents.lost) {
            throw new UnavailableException(
                    ErrorCode.INDEX_UNAVAILABLE, "batches were lost; ask for the position and apply again", null);
        }
        batch.tickets().forEach(ticket -> documents.tickets.put(ticket.id(), ticket));
        batch.entries().forEach(entry -> documents.entries.put(entry.id(), entry));
        documents.position = batch.position();
    }

    @Override
    public synchronized void flush(TenantId tenant) {
        write(tenant);
        Documents documents = documents(tenant);
        documents.flushed = documents.position;
    }

    @Override
    public synchronized SearchMatches search(TenantId tenant, SearchRequest request) {
        List<SearchMatches.Match> all = request.text()
                .map(text -> byWords(documents(tenant), request, text))
                .orElseGet(() -> newest(documents(tenant), request));
        int from = Math.min(request.after().map(ReferenceSearchIndex::place).orElse(0), all.size());
        int to = Math.min(from + request.size(), all.size());
        return new SearchMatches(
                all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    private static List<SearchMatches.Match> newest(Documents documents, SearchRequest request) {
        return documents.tickets.values().stream()
                .filter(ticket -> documents.holds(request.where(), ticket, request.notes()))
                .sorted(NEWEST)
                .map(ticket -> new SearchMatches.Match(ticket.id(), 1, List.of()))
                .toList();
    }

    private static List<SearchMatches.Match> byWords(Documents documents, SearchRequest request, String text) {
        List<List<String>> terms = Words.terms(text);
        List<SearchMatches.Match> matches = new ArrayList<>();
        for (Ticket ticket : documents.tickets.values()) {
            if (documents.holds(request.where(), ticket, request.notes())) {
                List<EntryId> entries = documents.found(ticket, terms, request.notes());
                float score = documents.score(ticket, text, terms, entries);
                if (score > 0) {
                    matches.add(new SearchMatches.Match(ticket.id(), score, entries));
                }
            }
        }
        matches.sort(Comparator.comparing(SearchMatches.Match::score)
                .reversed()
                .thenComparing(match -> match.ticket().value(), ConditionInterpreter::compareUnsigned));
        return matches;
    }

    private static int place(String cursor) {
        if (!cursor.matches("[0-9]{1,9}")) {
            throw new InvalidException(
                    ErrorCode.INVALID_CURSOR, Violation.of("after", "bad_cursor", "not a cursor of this index"));
        }
        return Integer.parseInt(cursor);
    }

    @Override
    public synchronized Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field) {
        Map<String, Long> counts = new TreeMap<>();
        Documents documents = documents(tenant);
        for (Ticket ticket : documents.tickets.values()) {
            if (documents.holds(where, ticket, notes)) {
                String value = TicketFieldCatalog.value(ticket, field)
                        .map(FieldValue::asText)
                        .orElse("");
                counts.merge(value, 1L, Long::sum);
            }
        }
        return counts;
    }

    @Override
    public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
        List<List<String>> terms = Words.terms(query);
        List<Words.Word> hits = Words.of(content).stream()
                .filter(word -> terms.stream().anyMatch(term -> term.contains(word.folded())))
                .toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        int from = Math.max(0, hits.get(0).start() - length / 4);
        int to = Math.max(hits.get(0).end(), Math.min(content.length(), from + length));
        List<Highlight.Part> parts = new ArrayList<>();
        int at = from;
        for (Words.Word hit : hits) {
            if (hit.end() <= to) {
                addPart(parts, content, at, hit.start(), false);
                addPart(parts, content, hit.start(), hit.end(), true);
                at = hit.end();
            }
        }
        addPart(parts, content, at, to, false);
        return parts;
    }

    private static void addPart(List<Highlight.Part> parts, String content, int from, int to, boolean match) {
        if (from < to) {
            parts.add(new Highlight.Part(content.substring(from, to), match));
        }
    }

    @Override
    public synchronized void erase(TenantId tenant) {
        tenants.remove(tenant);
    }

    @Override
    public void close() {}

    private Documents documents(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, id -> new Documents());
    }

    private static final class Documents {
        private final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
        private final Map<EntryId, Entry> entries = new LinkedHashMap<>();
        private long position;
        private long flushed;
        private boolean lost;

        /** Whether a condition holds; its words as a search for them would find the ticket. */
        boolean holds(Condition where, Ticket ticket, boolean notes) {
            return ConditionInterpreter.holds(where, ConditionInput.of(ticket).withWords(text -> {
                List<List<String>> terms = Words.terms(text);
                return score(ticket, text, terms, found(ticket, terms, notes)) > 0;
            }));
        }

        /** How well words fit a ticket; 0 when they do not. */
        float score(Ticket ticket, String text, List<List<String>> terms, List<EntryId> found) {
            boolean inTicket = !terms.isEmpty() && Words.containsAll(ticket.number() + " " + ticket.subject(), terms);
            boolean isNumber = TicketNumber.parse(text).stream()
                    .anyMatch(serial -> serial == ticket.summary().serial());
            return (isNumber ? 1_000 : 0) + (inTicket ? 2 : 0) + (found.isEmpty() ? 0 : 1);
        }

        /** At most three entries of a ticket that hold all terms, the newest first. */
        List<EntryId> found(Ticket ticket, List<List<String>> terms, boolean notes) {
            if (terms.isEmpty()) {
                return List.of();
            }
            return entries.values().stream()
                    .filter(entry -> entry.ticket().equals(ticket.id()))
                    .filter(entry -> notes || entry.kind().isPublic())
                    .filter(entry -> Words.containsAll(entry.body(), terms))
                    .sorted(Comparator.comparing(Entry::at).reversed())
                    .limit(3)
                    .map(Entry::id)
                    .toList();
        }
    }
}

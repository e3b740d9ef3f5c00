package io.tikit.lucene;

import io.tikit.api.conversation.EntryId;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Answers one search. Words cost three queries: entries, the tickets of these, and the best entries of a page. */
final class TicketSearch {
    private static final SortField BY_ID = new SortField(IndexFields.TICKET, SortField.Type.STRING_VAL);

    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final SearchRequest request;
    private final Optional<SearchWords> words;

    TicketSearch(IndexSearcher searcher, Analyzer analyzer, SearchRequest request) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.request = request;
        this.words = request.text().map(text -> SearchWords.of(text, analyzer));
    }

    SearchMatches run() throws IOException {
        boolean scored = words.isPresent();
        IndexReader reader = searcher.getIndexReader();
        Optional<FieldDoc> after =
                request.after().map(cursor -> PageCursor.read(cursor, scored, Math.max(0, reader.maxDoc() - 1)));
        if (request.size() < 1 || (scored && words.get().clauses().isEmpty())) {
            return new SearchMatches(List.of(), Optional.empty());
        }
        Sort sort = scored
                ? new Sort(SortField.FIELD_SCORE, BY_ID)
                : new Sort(new SortField(IndexFields.BORN, SortField.Type.LONG, true), BY_ID);
        ScoreDoc[] found = searcher.search(
                        query(), new TopFieldCollectorManager(sort, request.size() + 1, after.orElse(null), 1))
                .scoreDocs;
        boolean more = found.length > request.size();
        List<FieldDoc> page = new ArrayList<>();
        for (int i = 0; i < Math.min(found.length, request.size()); i++) {
            page.add((FieldDoc) found[i]);
        }
        Optional<String> next = more ? Optional.of(PageCursor.of(page.get(page.size() - 1))) : Optional.empty();
        return new SearchMatches(matches(page), next);
    }

    private Query query() throws IOException {
        WordTickets found = new WordTickets(searcher, analyzer, request.notes());
        Query filter = new ConditionQueries(found).tickets(request.where());
        if (request.text().isEmpty()) {
            return filter;
        }
        return new BooleanQuery.Builder()
                .add(found.query(request.text().get()), Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private List<SearchMatches.Match> matches(List<FieldDoc> page) throws IOException {
        Map<BytesRef, List<EntryId>> entries = words.isPresent() ? bestEntries(page) : Map.of();
        List<SearchMatches.Match> matches = new ArrayList<>();
        for (FieldDoc hit : page) {
            BytesRef id = (BytesRef) hit.fields[1];
            float score = hit.fields[0] instanceof Float f ? f : 0f;
            matches.add(new SearchMatches.Match(
                    new TicketId(IndexFields.id(id)), score, entries.getOrDefault(id, List.of())));
        }
        return matches;
    }

    private Map<BytesRef, List<EntryId>> bestEntries(List<FieldDoc> page) throws IOException {
        List<BytesRef> tickets =
                page.stream().map(hit -> (BytesRef) hit.fields[1]).toList();
        Query entries = new BooleanQuery.Builder()
                .add(WordQueries.entries(words.orElseThrow(), request.notes()), Occur.MUST)
                .add(new TermInSetQuery(IndexFields.ENTRY_TICKET, tickets), Occur.FILTER)
                .build();
        return searcher.search(entries, new SoleCollector<>(new BestEntries())).byTicket();
    }
}

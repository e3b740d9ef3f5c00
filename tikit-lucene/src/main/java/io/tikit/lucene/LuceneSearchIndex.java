package io.tikit.lucene;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.error.Violation;
import io.tikit.api.search.Highlight;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** The search index of one engine. */
final class LuceneSearchIndex implements SearchIndex {
    private static final int CACHED_FILTERS = 256;
    private static final long CACHED_BYTES = 8L << 20;

    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final TenantIndexes indexes;

    LuceneSearchIndex(IndexHome home, int ramMegabytes, int openTenants) {
        this(home, ramMegabytes, openTenants, UnaryOperator.identity());
    }

    /** Tests put something between the indexes and their files. */
    LuceneSearchIndex(IndexHome home, int ramMegabytes, int openTenants, UnaryOperator<Directory> between) {
        SearcherFactory searchers = new CachingSearchers();
        indexes = new TenantIndexes(
                home,
                directory -> TenantIndex.open(between.apply(directory), analyzer, ramMegabytes, searchers),
                openTenants);
    }

    @Override
    public void open() {
        // Indexes open on demand.
    }

    @Override
    public long position(TenantId tenant) {
        return indexes.position(tenant);
    }

    @Override
    public void apply(TenantId tenant, IndexBatch batch) {
        indexes.write(tenant, index -> {
            index.apply(batch);
            return index;
        });
    }

    @Override
    public void flush(TenantId tenant) {
        indexes.write(tenant, index -> {
            index.commit();
            return index;
        });
    }

    @Override
    public SearchMatches search(TenantId tenant, SearchRequest request) {
        return ask(tenant, searcher -> new TicketSearch(searcher, analyzer, request).run());
    }

    @Override
    public Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field) {
        if (!Documents.COUNTED.contains(field)) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    new Violation(
                            "field",
                            "not_countable",
                            "values can be counted of " + Documents.COUNTED,
                            Map.of("fields", Documents.COUNTED)));
        }
        return ask(
                tenant,
                searcher -> searcher.search(
                                new ConditionQueries(new WordTickets(searcher, analyzer, notes)).tickets(where),
                                new SoleCollector<>(new ValueCounts(field)))
                        .byValue());
    }

    @Override
    public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
        try {
            return new Highlighting(analyzer).piece(query, content, length);
        } catch (IOException e) {
            throw new UnavailableException(ErrorCode.INDEX_UNAVAILABLE, "a text in memory could not be analysed", e);
        }
    }

    @Override
    public void erase(TenantId tenant) {
        indexes.erase(tenant);
    }

    @Override
    public void close() {
        indexes.close();
    }

    private <T> T ask(TenantId tenant, TenantIndex.Question<T> question) {
        try {
            return indexes.read(tenant, index -> index.ask(question));
        } catch (IndexSearcher.TooManyClauses e) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    new Violation(
                            "where",
                            "too_many_parts",
                            "words and condition together have more than " + e.getMaxClauseCount() + " parts",
                            Map.of("max", e.getMaxClauseCount())));
        }
    }

    /** Lucene's own cache would be shared by everything in the JVM. */
    private static final class CachingSearchers extends SearcherFactory {
        private final QueryCache cache = new LRUQueryCache(CACHED_FILTERS, CACHED_BYTES);

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(cache);
            return searcher;
        }
    }
}

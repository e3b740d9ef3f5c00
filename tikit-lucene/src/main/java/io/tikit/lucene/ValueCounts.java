package io.tikit.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts documents by the value of a field, segment by segment: values are looked up once, not once per document. */
final class ValueCounts extends SimpleCollector {
    private final String field;
    private final Map<String, Long> counts = new TreeMap<>();
    private SortedDocValues values = DocValues.emptySorted();
    private long[] byOrdinal = new long[1];

    ValueCounts(String key) {
        field = IndexFields.COUNTED + key;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        values = DocValues.getSorted(context.reader(), field);
        byOrdinal = new long[values.getValueCount() + 1];
    }

    @Override
    public void collect(int doc) throws IOException {
        // The last place counts documents without a value.
        byOrdinal[values.advanceExact(doc) ? values.ordValue() : byOrdinal.length - 1]++;
    }

    @Override
    public void finish() throws IOException {
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                boolean none = ordinal == byOrdinal.length - 1;
                String value = none ? "" : values.lookupOrd(ordinal).utf8ToString();
                counts.merge(value, byOrdinal[ordinal], Long::sum);
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    Map<String, Long> byValue() {
        return Map.copyOf(counts);
    }
}

package io.tikit.lucene;

import io.tikit.api.conversation.EntryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Keeps the best few entries of each ticket, the better first, then the older. */
final class BestEntries extends SimpleCollector {
    private static final int MOST = 3;
    private static final Comparator<Found> ORDER =
            Comparator.comparing(Found::score).reversed().thenComparing(Found::entry);

    private record Found(BytesRef entry, float score) {}

    private final Map<BytesRef, List<Found>> best = new HashMap<>();
    private BinaryDocValues tickets = DocValues.emptyBinary();
    private BinaryDocValues entries = DocValues.emptyBinary();
    private @Nullable Scorable scorer;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        tickets = DocValues.getBinary(context.reader(), IndexFields.ENTRY_TICKET);
        entries = DocValues.getBinary(context.reader(), IndexFields.ENTRY);
    }

    @Override
    public void setScorer(Scorable current) {
        scorer = current;
    }

    @Override
    public void collect(int doc) throws IOException {
        Scorable scored = scorer;
        if (scored == null || !tickets.advanceExact(doc) || !entries.advanceExact(doc)) {
            throw new IOException("an entry without its ids is in the index");
        }
        BytesRef ticket = BytesRef.deepCopyOf(tickets.binaryValue());
        List<Found> found = best.computeIfAbsent(ticket, t -> new ArrayList<>());
        found.add(new Found(BytesRef.deepCopyOf(entries.binaryValue()), scored.score()));
        found.sort(ORDER);
        if (found.size() > MOST) {
            found.remove(MOST);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    Map<BytesRef, List<EntryId>> byTicket() {
        Map<BytesRef, List<EntryId>> ids = new HashMap<>();
        best.forEach((ticket, found) -> ids.put(
                ticket,
                found.stream()
                        .map(one -> new EntryId(IndexFields.id(one.entry())))
                        .toList()));
        return ids;
    }
}

package io.tikit.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/** Collects, over all entries that match, the best score for each ticket. */
final class TicketScores extends SimpleCollector {
    private final BytesRefHash tickets = new BytesRefHash();
    private float[] best = new float[64];
    private float highest;
    private BinaryDocValues ticketOf = DocValues.emptyBinary();
    private @Nullable Scorable scorer;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        ticketOf = DocValues.getBinary(context.reader(), IndexFields.ENTRY_TICKET);
    }

    @Override
    public void setScorer(Scorable current) {
        scorer = current;
    }

    @Override
    public void collect(int doc) throws IOException {
        Scorable scored = scorer;
        if (scored == null || !ticketOf.advanceExact(doc)) {
            throw new IOException("an entry without its ticket is in the index");
        }
        float score = scored.score();
        int added = tickets.add(ticketOf.binaryValue());
        int at = added < 0 ? -added - 1 : added;
        if (at == best.length) {
            best = Arrays.copyOf(best, 2 * at);
        }
        best[at] = Math.max(best[at], score);
        highest = Math.max(highest, score);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    /** How many tickets have a matching entry. */
    int size() {
        return tickets.size();
    }

    /** The place of a ticket, or below 0 if none of its entries matches. */
    int find(BytesRef ticket) {
        return tickets.find(ticket);
    }

    /** The ticket at a place, in a reference that is used again. */
    BytesRef ticket(int at, BytesRef into) {
        return tickets.get(at, into);
    }

    float score(int at) {
        return best[at];
    }

    float highest() {
        return highest;
    }
}

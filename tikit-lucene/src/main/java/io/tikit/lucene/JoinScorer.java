package io.tikit.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Walks over the tickets of one segment that have a matching entry. */
final class JoinScorer extends Scorer {
    private final @Nullable Asked asked;
    private final DocIdSetIterator documents;
    private final Scores scores;
    private final float boost;

    /** The score of the document that was reached. */
    private interface Scores {
        float current();

        float highest();
    }

    JoinScorer(Weight weight, Asked asked, float boost) {
        super(weight);
        this.asked = asked;
        this.documents = TwoPhaseIterator.asDocIdSetIterator(asked);
        this.scores = asked;
        this.boost = boost;
    }

    JoinScorer(Weight weight, LookedUp found, float boost) {
        super(weight);
        this.asked = null;
        this.documents = found;
        this.scores = found;
        this.boost = boost;
    }

    @Override
    public DocIdSetIterator iterator() {
        return documents;
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
        return asked;
    }

    @Override
    public int docID() {
        return documents.docID();
    }

    @Override
    public float score() {
        return boost * scores.current();
    }

    @Override
    public float getMaxScore(int upTo) {
        return boost * scores.highest();
    }

    /** All tickets of the segment, each asked whether it is among those found. */
    static final class Asked extends TwoPhaseIterator implements Scores {
        private final BinaryDocValues idOf;
        private final TicketScores found;
        private int place;

        Asked(BinaryDocValues idOf, TicketScores found) {
            super(idOf);
            this.idOf = idOf;
            this.found = found;
        }

        @Override
        public boolean matches() throws IOException {
            place = found.find(idOf.binaryValue());
            return place >= 0;
        }

        @Override
        public float matchCost() {
            return 50;
        }

        @Override
        public float current() {
            return found.score(place);
        }

        @Override
        public float highest() {
            return found.highest();
        }
    }

    /** The tickets found, in the order of their documents. */
    static final class LookedUp extends DocIdSetIterator implements Scores {
        private final long[] documents;
        private final int count;
        private final TicketScores found;
        private int at = -1;

        /** Takes numbers of which the upper half is a document and the lower half the place of its score. */
        LookedUp(long[] documents, int count, TicketScores found) {
            this.documents = documents;
            this.count = count;
            this.found = found;
        }

        @Override
        public int docID() {
            if (at < 0) {
                return -1;
            }
            return at < count ? (int) (documents[at] >>> Integer.SIZE) : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            do {
                at++;
            } while (at < count && docID() < target);
            return docID();
        }

        @Override
        public long cost() {
            return count;
        }

        @Override
        public float current() {
            return found.score((int) documents[at]);
        }

        @Override
        public float highest() {
            return found.highest();
        }
    }
}

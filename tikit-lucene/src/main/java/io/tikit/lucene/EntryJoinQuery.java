package io.tikit.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Matches the tickets that have a matching entry, each scored as the best of its entries. Few tickets are looked up by
 * their ids; when there are many, the tickets that pass the filters are asked instead whether they are among them.
 * Lucene's own join always looks up, which makes frequent words slow.
 */
final class EntryJoinQuery extends Query {
    /** Looking a ticket up costs about as much as asking so many. */
    private static final int LOOK_UP_COST = 16;

    private final TicketScores scores;

    EntryJoinQuery(TicketScores scores) {
        this.scores = scores;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new JoinWeight(this, scores, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String ignored) {
        return "tickets of " + scores.size() + " that have matching entries";
    }

    /** The scores are those of one search on one state of the index, so no two joins are alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static final class JoinWeight extends Weight {
        private final TicketScores scores;
        private final float boost;

        JoinWeight(Query query, TicketScores scores, float boost) {
            super(query);
            this.scores = scores;
            this.boost = boost;
        }

        @Override
        public Explanation explain(LeafReaderContext context, int doc) throws IOException {
            Scorer scorer = scorer(context);
            if (scorer == null || scorer.iterator().advance(doc) != doc) {
                return Explanation.noMatch("no entry of the ticket matches");
            }
            return Explanation.match(scorer.score(), "the best of the ticket's entries");
        }

        @Override
        public @Nullable Scorer scorer(LeafReaderContext context) throws IOException {
            ScorerSupplier supplier = scorerSupplier(context);
            return supplier == null ? null : supplier.get(Long.MAX_VALUE);
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
            Terms ids = context.reader().terms(IndexFields.TICKET);
            if (ids == null || scores.size() == 0) {
                return null;
            }
            int tickets = ids.getDocCount();
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    boolean many = (long) LOOK_UP_COST * scores.size() > Math.min(leadCost, tickets);
                    return many ? asked(context) : lookedUp(ids);
                }

                @Override
                public long cost() {
                    return Math.min(scores.size(), tickets);
                }
            };
        }

        private Scorer asked(LeafReaderContext context) throws IOException {
            JoinScorer.Asked asked =
                    new JoinScorer.Asked(DocValues.getBinary(context.reader(), IndexFields.TICKET), scores);
            return new JoinScorer(this, asked, boost);
        }

        private Scorer lookedUp(Terms ids) throws IOException {
            TermsEnum terms = ids.iterator();
            BytesRef id = new BytesRef();
            PostingsEnum postings = null;
            // A document and the place of its score in one number: sorting goes by the document.
            long[] found = new long[scores.size()];
            int count = 0;
            for (int place = 0; place < scores.size(); place++) {
                if (terms.seekExact(scores.ticket(place, id))) {
                    postings = terms.postings(postings, PostingsEnum.NONE);
                    // A ticket that was replaced has dead documents of the same id beside the living one.
                    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                        found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                        found[count++] = (long) doc << Integer.SIZE | place;
                    }
                }
            }
            Arrays.sort(found, 0, count);
            return new JoinScorer(this, new JoinScorer.LookedUp(found, count, scores), boost);
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return false;
        }
    }
}

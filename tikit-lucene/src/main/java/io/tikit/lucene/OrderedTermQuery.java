package io.tikit.lucene;

import io.tikit.api.condition.Condition.Operator;
import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Matches the terms on one side of a bound, in the order of their bytes. Lucene's own range of terms builds an automaton
 * as large as its bound and refuses long ones.
 */
final class OrderedTermQuery extends MultiTermQuery {
    private final Operator side;
    private final BytesRef bound;

    /** Takes any operator but equality. */
    OrderedTermQuery(String field, Operator side, BytesRef bound) {
        super(field, CONSTANT_SCORE_BLENDED_REWRITE);
        this.side = side;
        this.bound = bound;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new Side(terms.iterator());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(getField())) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String ignored) {
        return getField() + " " + side + " a term of " + bound.length + " bytes";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof OrderedTermQuery that
                && side == that.side
                && bound.equals(that.bound);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * super.hashCode() + side.hashCode()) + bound.hashCode();
    }

    private final class Side extends FilteredTermsEnum {
        Side(TermsEnum all) {
            super(all);
            boolean upwards = side == Operator.ABOVE || side == Operator.AT_LEAST;
            setInitialSeekTerm(upwards ? bound : new BytesRef());
        }

        @Override
        protected AcceptStatus accept(BytesRef term) {
            return switch (side) {
                case BELOW -> term.compareTo(bound) < 0 ? AcceptStatus.YES : AcceptStatus.END;
                case AT_MOST -> term.compareTo(bound) <= 0 ? AcceptStatus.YES : AcceptStatus.END;
                // Only the first term of an upward walk can be the bound itself.
                case ABOVE -> term.equals(bound) ? AcceptStatus.NO : AcceptStatus.YES;
                case AT_LEAST -> AcceptStatus.YES;
                case EQUAL -> AcceptStatus.END;
            };
        }
    }
}

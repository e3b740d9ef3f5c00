package io.tikit.lucene;

import io.tikit.api.condition.Condition.Place;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Matches the terms that have some bytes in them, anywhere or at their beginning. */
final class TextInTermQuery extends MultiTermQuery {
    private final Place place;
    private final byte[] wanted;

    TextInTermQuery(String field, Place place, byte[] wanted) {
        super(field, CONSTANT_SCORE_BLENDED_REWRITE);
        this.place = place;
        this.wanted = wanted;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new Having(terms.iterator());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(getField())) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String ignored) {
        return getField() + " has " + wanted.length + " bytes at " + place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof TextInTermQuery that
                && place == that.place
                && Arrays.equals(wanted, that.wanted);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * super.hashCode() + place.hashCode()) + Arrays.hashCode(wanted);
    }

    private final class Having extends FilteredTermsEnum {
        Having(TermsEnum all) {
            super(all);
            setInitialSeekTerm(place == Place.START ? new BytesRef(wanted) : new BytesRef());
        }

        @Override
        protected AcceptStatus accept(BytesRef term) {
            if (place == Place.START) {
                return StringHelper.startsWith(term, new BytesRef(wanted)) ? AcceptStatus.YES : AcceptStatus.END;
            }
            for (int from = term.offset; from <= term.offset + term.length - wanted.length; from++) {
                if (Arrays.equals(term.bytes, from, from + wanted.length, wanted, 0, wanted.length)) {
                    return AcceptStatus.YES;
                }
            }
            return AcceptStatus.NO;
        }
    }
}

package io.tikit.lucene;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Condition.Operator;
import io.tikit.api.condition.FieldValue;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns conditions into queries over the documents of tickets. Scores mean nothing: the result is used as a filter. */
final class ConditionQueries {
    private final WordTickets found;

    /** Turns conditions into queries, of which words are asked of one state of the index. */
    ConditionQueries(WordTickets found) {
        this.found = found;
    }

    /** Matches the documents of the tickets of which the condition holds, and no document of an entry. */
    Query tickets(Condition condition) throws IOException {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexFields.KIND, IndexFields.TICKET_KIND)), Occur.FILTER)
                .add(query(condition), Occur.FILTER)
                .build();
    }

    private Query query(Condition condition) throws IOException {
        if (condition instanceof Condition.All all) {
            return all.parts().isEmpty() ? new MatchAllDocsQuery() : combined(all.parts(), Occur.FILTER);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().isEmpty() ? none() : combined(any.parts(), Occur.SHOULD);
        }
        if (condition instanceof Condition.Not not) {
            return new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(query(not.part()), Occur.MUST_NOT)
                    .build();
        }
        if (condition instanceof Condition.Compare compare) {
            return known(compare.field()) ? compare(compare) : none();
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return known(oneOf.field()) ? oneOf(oneOf) : none();
        }
        if (condition instanceof Condition.Present present) {
            return known(present.field()) ? new TermQuery(new Term(IndexFields.HAS, present.field())) : none();
        }
        if (condition instanceof Condition.Has has) {
            ValueForm form = ValueForm.of(has.field(), new FieldValue.Text(has.text()));
            return known(has.field()) ? new TextInTermQuery(form.field(), has.place(), form.bytes()) : none();
        }
        if (condition instanceof Condition.Words words) {
            return found.query(words.text());
        }
        throw new IllegalArgumentException("the index decides bound conditions over tickets and their texts alone, not "
                + condition.getClass().getSimpleName());
    }

    private Query combined(List<Condition> parts, Occur occur) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Condition part : parts) {
            query.add(query(part), occur);
        }
        return query.build();
    }

    /** What the host knows is in no index; to answer that it is absent would be wrong. */
    private static boolean known(String field) {
        if (FieldCatalog.isHost(field)) {
            throw new IllegalArgumentException("the index does not know what the host knows, such as '" + field + "'");
        }
        return TicketFieldCatalog.kind(field).isPresent();
    }

    private static Query none() {
        return new MatchNoDocsQuery("a condition that never holds");
    }

    private static Query compare(Condition.Compare compare) {
        if (compare.value() instanceof FieldValue.Choices choices) {
            return compare.operator() == Operator.EQUAL ? choices(compare.field(), choices) : none();
        }
        ValueForm form = ValueForm.of(compare.field(), compare.value());
        if (form.isPoint()) {
            return point(form, compare.operator());
        }
        return compare.operator() == Operator.EQUAL ? equal(form) : order(form, form.pieces(), 0, compare.operator());
    }

    /** All of them must be there. */
    private static Query choices(String field, FieldValue.Choices choices) {
        if (choices.names().isEmpty()) {
            return none();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        choices.names().forEach(name -> all.add(equal(ValueForm.choice(field, name)), Occur.FILTER));
        return all.build();
    }

    private static Query point(ValueForm form, Operator operator) {
        byte[] value = form.bytes();
        byte[] least = new byte[value.length];
        byte[] most = new byte[value.length];
        Arrays.fill(most, (byte) 0xFF);
        return switch (operator) {
            case EQUAL -> BinaryPoint.newExactQuery(form.field(), value);
            case AT_MOST -> BinaryPoint.newRangeQuery(form.field(), least, value);
            case AT_LEAST -> BinaryPoint.newRangeQuery(form.field(), value, most);
            case BELOW ->
                step(value, -1)
                        .map(below -> BinaryPoint.newRangeQuery(form.field(), least, below))
                        .orElseGet(ConditionQueries::none);
            case ABOVE ->
                step(value, 1)
                        .map(above -> BinaryPoint.newRangeQuery(form.field(), above, most))
                        .orElseGet(ConditionQueries::none);
        };
    }

    /** The bytes before or after these, or empty at the end of the range. */
    private static Optional<byte[]> step(byte[] value, int by) {
        byte[] result = value.clone();
        byte wrapped = (byte) (by > 0 ? 0x00 : 0xFF);
        for (int i = result.length - 1; i >= 0; i--) {
            result[i] = (byte) (result[i] + by);
            if (result[i] != wrapped) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    private static Query equal(ValueForm form) {
        List<BytesRef> pieces = form.pieces();
        if (pieces.size() == 1) {
            return new TermQuery(new Term(form.field(), pieces.get(0)));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < pieces.size(); i++) {
            all.add(new TermQuery(new Term(form.field(i), pieces.get(i))), Occur.FILTER);
        }
        return all.build();
    }

    /** This piece decides, or it is equal and the next one decides. The last piece always decides. */
    private static Query order(ValueForm form, List<BytesRef> pieces, int i, Operator operator) {
        if (i == pieces.size() - 1) {
            return new OrderedTermQuery(form.field(i), operator, pieces.get(i));
        }
        boolean upwards = operator == Operator.ABOVE || operator == Operator.AT_LEAST;
        Operator strictly = upwards ? Operator.ABOVE : Operator.BELOW;
        Query later = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(form.field(i), pieces.get(i))), Occur.FILTER)
                .add(order(form, pieces, i + 1, operator), Occur.FILTER)
                .build();
        return new BooleanQuery.Builder()
                .add(new OrderedTermQuery(form.field(i), strictly, pieces.get(i)), Occur.SHOULD)
                .add(later, Occur.SHOULD)
                .build();
    }

    private static Query oneOf(Condition.OneOf oneOf) {
        Map<String, List<BytesRef>> terms = new LinkedHashMap<>();
        Map<String, List<byte[]>> points = new LinkedHashMap<>();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (FieldValue value : oneOf.values()) {
            if (value instanceof FieldValue.Choices choices) {
                any.add(choices(oneOf.field(), choices), Occur.SHOULD);
                continue;
            }
            ValueForm form = ValueForm.of(oneOf.field(), value);
            if (form.isPoint()) {
                points.computeIfAbsent(form.field(), f -> new ArrayList<>()).add(form.bytes());
            } else if (form.bytes().length < ValueForm.PIECE) {
                terms.computeIfAbsent(form.field(), f -> new ArrayList<>()).add(new BytesRef(form.bytes()));
            } else {
                any.add(equal(form), Occur.SHOULD);
            }
        }
        terms.forEach((field, values) -> any.add(new TermInSetQuery(field, values), Occur.SHOULD));
        points.forEach((field, values) ->
                any.add(BinaryPoint.newSetQuery(field, values.toArray(byte[][]::new)), Occur.SHOULD));
        return any.build();
    }
}

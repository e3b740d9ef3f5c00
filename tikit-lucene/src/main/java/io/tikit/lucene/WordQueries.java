package io.tikit.lucene;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketNumber;
import java.util.OptionalLong;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns words into queries. All words must be in one document: one subject with its number, or one entry. */
final class WordQueries {
    /** Above all scores that words can reach. */
    private static final float FIRST = 10_000f;
    /** A word in the subject says more than one in a long conversation. */
    private static final float SUBJECT_WEIGHT = 2f;

    private WordQueries() {}

    /** Tickets with all words in the subject; a word may be the ticket's number instead. */
    static Query subjects(SearchWords words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (SearchWords.Clause clause : words.clauses()) {
            Query word = together(clause, IndexFields.SUBJECT);
            OptionalLong number = number(clause.typed());
            if (number.isPresent()) {
                word = new BooleanQuery.Builder()
                        .add(word, Occur.SHOULD)
                        .add(numbered(number.getAsLong(), 1f), Occur.SHOULD)
                        .build();
            }
            all.add(word, Occur.MUST);
        }
        return new BoostQuery(all.build(), SUBJECT_WEIGHT);
    }

    /** Entries with all words; notes only on demand. */
    static Query entries(SearchWords words, boolean notes) {
        Query open = all(words, IndexFields.PUBLIC);
        if (!notes) {
            return open;
        }
        // An entry has one of the two fields, so this is still one entry for all words.
        return new BooleanQuery.Builder()
                .add(open, Occur.SHOULD)
                .add(all(words, IndexFields.NOTE), Occur.SHOULD)
                .build();
    }

    /** The ticket that has the whole text as its number, before all others. */
    static Query first(OptionalLong number) {
        return numbered(number.getAsLong(), FIRST);
    }

    /** Any of the words, to show where they stand. */
    static Query any(SearchWords words, String field) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.clauses().forEach(clause -> any.add(together(clause, field), Occur.SHOULD));
        return any.build();
    }

    /** The number that a text is, as people write it: with or without prefix or hash. */
    static OptionalLong number(String text) {
        String bare = text.strip();
        return TicketNumber.parse(bare.startsWith("#") ? bare.substring(1) : bare);
    }

    private static Query all(SearchWords words, String field) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.clauses().forEach(clause -> all.add(together(clause, field), Occur.MUST));
        return all.build();
    }

    private static Query together(SearchWords.Clause clause, String field) {
        if (clause.words().size() == 1) {
            return new TermQuery(new Term(field, clause.words().get(0)));
        }
        return new PhraseQuery(field, clause.words().toArray(String[]::new));
    }

    private static Query numbered(long number, float score) {
        ValueForm form = ValueForm.of(TicketFields.NUMBER.key(), new FieldValue.Whole(number));
        return new BoostQuery(new ConstantScoreQuery(BinaryPoint.newExactQuery(form.field(), form.bytes())), score);
    }
}

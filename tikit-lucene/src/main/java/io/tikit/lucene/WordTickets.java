package io.tikit.lucene;

import java.io.IOException;
import java.util.OptionalLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * The tickets that words find: by the subject, by the number, or by one of their entries.
 *
 * @param searcher of the state of the index that is asked; entries are looked for at once
 * @param analyzer by which documents were analysed
 * @param notes whether words may be found in notes as well
 */
record WordTickets(IndexSearcher searcher, Analyzer analyzer, boolean notes) {
    /** A query for these tickets; scores tell how well the words fit. */
    Query query(String text) throws IOException {
        SearchWords words = SearchWords.of(text, analyzer);
        if (words.clauses().isEmpty()) {
            return new MatchNoDocsQuery("a text without a word finds nothing");
        }
        BooleanQuery.Builder found = new BooleanQuery.Builder()
                .add(WordQueries.subjects(words), Occur.SHOULD)
                .add(
                        new EntryJoinQuery(searcher.search(
                                WordQueries.entries(words, notes), new SoleCollector<>(new TicketScores()))),
                        Occur.SHOULD);
        OptionalLong number = WordQueries.number(text);
        if (number.isPresent()) {
            found.add(WordQueries.first(number), Occur.SHOULD);
        }
        return found.build();
    }
}

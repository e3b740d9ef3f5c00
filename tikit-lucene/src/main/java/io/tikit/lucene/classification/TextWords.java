package io.tikit.lucene.classification;

import io.tikit.spi.classification.TicketText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Takes texts apart. Safe for use by several threads. */
final class TextWords {
    /** What stands further below seldom says what a ticket is about: quoted mails, logs, signatures. */
    private static final int LONGEST = 5_000;

    private static final int LONGEST_WORD = 40;

    private final Analyzer analyzer;

    TextWords(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * A text that was taken apart.
     *
     * @param asWritten how each word stands in the text where it comes first
     */
    record Parts(Lesson.Bags bags, Map<String, String> asWritten) {}

    Parts of(TicketText text) {
        SortedMap<String, Integer> words = new TreeMap<>();
        SortedMap<String, Integer> pairs = new TreeMap<>();
        Map<String, String> asWritten = new HashMap<>();
        for (String part : new String[] {text.subject(), text.body()}) {
            String read = part.length() > LONGEST ? part.substring(0, LONGEST) : part;
            try (TokenStream stream = analyzer.tokenStream("", read)) {
                CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
                OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
                stream.reset();
                String before = "";
                while (stream.incrementToken()) {
                    String word = term.toString();
                    if (word.length() > LONGEST_WORD) {
                        before = "";
                        continue;
                    }
                    words.merge(word, 1, Integer::sum);
                    asWritten.putIfAbsent(word, read.substring(offset.startOffset(), offset.endOffset()));
                    if (!before.isEmpty()) {
                        pairs.merge(before + " " + word, 1, Integer::sum);
                    }
                    before = word;
                }
                stream.end();
            } catch (IOException e) {
                throw new UncheckedIOException("a text in memory could not be read", e);
            }
        }
        return new Parts(new Lesson.Bags(words, pairs), asWritten);
    }
}

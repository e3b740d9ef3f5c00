package io.tikit.lucene;

import io.tikit.api.search.Highlight;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * Cuts the best piece out of a text. The piece is built from parts, never from marks within the text, so whatever the
 * text contains comes back as it is.
 */
final class Highlighting {
    /** Where in a piece the match should stand. */
    private static final float ALIGNMENT = 0.3f;

    /** The highlighter takes this character for the end of a text, so it never gets to see it. */
    private static final char BETWEEN_VALUES = '\0';

    private final Analyzer analyzer;

    Highlighting(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    List<Highlight.Part> piece(String query, String content, int length) throws IOException {
        SearchWords words = SearchWords.of(query, analyzer);
        String text = Documents.beginning(content);
        if (words.clauses().isEmpty() || text.isEmpty()) {
            return List.of();
        }
        int wanted = Math.min(Math.max(1, length), IndexFields.MOST_BODY);
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getWordInstance(Locale.ROOT), wanted, ALIGNMENT))
                .withFormatter(new Parts(text, wanted))
                .withMaxNoHighlightPassages(0)
                .build();
        Object piece = highlighter.highlightWithoutSearcher(
                IndexFields.PUBLIC, WordQueries.any(words, IndexFields.PUBLIC), text.replace(BETWEEN_VALUES, ' '), 1);
        return piece instanceof Piece found ? found.parts() : List.of();
    }

    private record Piece(List<Highlight.Part> parts) {}

    /** Builds the parts of the first passage. */
    private static final class Parts extends PassageFormatter {
        private final String content;
        private final int wanted;

        Parts(String content, int wanted) {
            this.content = content;
            this.wanted = wanted;
        }

        @Override
        public Object format(Passage[] passages, String ignored) {
            List<Highlight.Part> parts = new ArrayList<>();
            if (passages.length > 0 && passages[0].getNumMatches() > 0) {
                add(parts, passages[0]);
            }
            return new Piece(parts);
        }

        private void add(List<Highlight.Part> parts, Passage passage) {
            int from = start(passage);
            int to = end(passage, from);
            int done = from;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                // Matches come in order but may overlap, when a word is searched for alone and in a phrase.
                int start = Math.max(done, passage.getMatchStarts()[i]);
                int end = Math.min(to, passage.getMatchEnds()[i]);
                if (start < end) {
                    part(parts, done, start, false);
                    part(parts, start, end, true);
                    done = end;
                }
            }
            part(parts, done, to, false);
        }

        /** The start of the passage; nearer to the match when there is no blank far and wide to cut at. */
        private int start(Passage passage) {
            int earliest = passage.getMatchStarts()[0] - wanted;
            return passage.getStartOffset() >= earliest ? passage.getStartOffset() : whole(earliest);
        }

        private int end(Passage passage, int from) {
            int latest = Math.max(passage.getMatchEnds()[0], from + 2 * wanted);
            return passage.getEndOffset() <= latest ? passage.getEndOffset() : whole(latest);
        }

        /** Never between the halves of a character. */
        private int whole(int at) {
            boolean inside = at > 0
                    && at < content.length()
                    && Character.isLowSurrogate(content.charAt(at))
                    && Character.isHighSurrogate(content.charAt(at - 1));
            return inside ? at + 1 : at;
        }

        private void part(List<Highlight.Part> parts, int from, int to, boolean match) {
            if (from < to) {
                parts.add(new Highlight.Part(content.substring(from, to), match));
            }
        }
    }
}

package io.tikit.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What somebody typed, cut into clauses that must all be found. There is no syntax to get wrong: double quotes in pairs
 * hold words together, everything else is words.
 *
 * @param clauses in the order typed, each once; empty when there is nothing to look for
 */
record SearchWords(List<Clause> clauses) {
    private static final String QUOTES = "\"“”„";

    /**
     * Words that must stand together; mostly one.
     *
     * @param typed as it was typed
     * @param words as they stand in the index; empty when what was typed is no word, such as a lone hash
     */
    record Clause(String typed, List<String> words) {
        Clause {
            words = List.copyOf(words);
        }
    }

    SearchWords {
        clauses = List.copyOf(clauses);
    }

    static SearchWords of(String text, Analyzer analyzer) {
        Set<Clause> clauses = new LinkedHashSet<>();
        for (String part : parts(text)) {
            Clause clause = new Clause(part, analyse(part, analyzer));
            if (!clause.words().isEmpty()) {
                clauses.add(clause);
            }
        }
        return new SearchWords(List.copyOf(clauses));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (QUOTES.indexOf(c) >= 0) {
                int close = nextQuote(text, at + 1);
                // A quote without a partner separates words and means nothing else.
                end = close < 0 ? at : close;
                parts.add(text.substring(at + (close < 0 ? 0 : 1), end));
                end++;
            } else {
                end = at;
                while (end < text.length() && !separates(text.charAt(end))) {
                    end++;
                }
                parts.add(text.substring(at, end));
                end = Math.max(end, at + 1);
            }
            at = end;
        }
        return parts;
    }

    private static boolean separates(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || QUOTES.indexOf(c) >= 0;
    }

    private static int nextQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> analyse(String part, Analyzer analyzer) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(IndexFields.SUBJECT, part)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return words;
    }
}

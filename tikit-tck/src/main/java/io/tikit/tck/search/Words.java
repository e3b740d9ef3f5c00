package io.tikit.tck.search;

import io.tikit.spi.condition.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text: runs of letters, marks and digits, folded. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|[^\\s\"]+");

    private Words() {}

    /** A word and where it stands. */
    record Word(String folded, int start, int end) {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(Fold.of(matcher.group()), matcher.start(), matcher.end()));
        }
        return words;
    }

    /** The terms of a query: each a word, or several in quotes that stand together. */
    static List<List<String>> terms(String query) {
        List<List<String>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(query);
        while (matcher.find()) {
            boolean quoted = matcher.group(1) != null;
            List<String> words = of(quoted ? matcher.group(1) : matcher.group()).stream()
                    .map(Word::folded)
                    .toList();
            if (!words.isEmpty()) {
                terms.add(words);
            }
        }
        return terms;
    }

    static boolean containsAll(String text, List<List<String>> terms) {
        List<String> words = of(text).stream().map(Word::folded).toList();
        return terms.stream().allMatch(term -> java.util.Collections.indexOfSubList(words, term) >= 0);
    }
}

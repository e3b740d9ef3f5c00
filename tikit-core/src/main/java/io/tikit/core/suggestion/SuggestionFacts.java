package io.tikit.core.suggestion;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Fact;
import io.tikit.api.suggestion.SuggestionId;
import io.tikit.spi.classification.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How suggestions are written into the facts of events, and read from them. Pure. */
final class SuggestionFacts {
    /** What the engine itself says about suggestions. */
    static final String SOURCE = "suggestion";

    /** How many values of a field are kept. */
    static final int MOST = 3;

    private static final String CLASSIFIER = "classifier.";
    private static final String SUGGESTED = "suggest.";
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_MODEL = 60;

    private SuggestionFacts() {}

    /** What was suggested, as a fact says it. */
    record Said(
            String source,
            String field,
            int rank,
            String value,
            double confidence,
            String model,
            List<String> evidence) {}

    static String source(String classifier) {
        return CLASSIFIER + classifier;
    }

    static boolean isClassifier(String source) {
        return source.startsWith(CLASSIFIER);
    }

    /** Whether what a classifier gave fits into a fact. */
    static boolean fits(Suggestion suggestion) {
        return isPlain(suggestion.value(), LONGEST_VALUE) && isPlain(suggestion.model(), LONGEST_MODEL);
    }

    private static boolean isPlain(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(c -> c < ' ' || Character.isSurrogate((char) c));
    }

    static Fact suggested(String source, int rank, Suggestion suggestion) {
        String words = suggestion.evidence().stream()
                .filter(word -> isPlain(word, LONGEST_WORD))
                .limit(MOST_WORDS)
                .map(word -> "\t" + word)
                .collect(Collectors.joining());
        String text = suggestion.value() + "\t" + String.format(Locale.ROOT, "%.4f", suggestion.confidence()) + "\t"
                + suggestion.model() + words;
        return fact(source, SUGGESTED + suggestion.field() + "." + rank, text);
    }

    static Fact accepted(SuggestionId id, String value) {
        return fact(SOURCE, "accepted." + id.field() + "." + id.rank(), value);
    }

    static Fact rejected(SuggestionId id, String reason) {
        return fact(SOURCE, "rejected." + id.field() + "." + id.rank(), reason);
    }

    static Fact appliedBy(String field, String policy) {
        return fact(SOURCE, "applied." + field, policy);
    }

    static Fact skipped(String source, String why) {
        return fact(source, "skipped.because", why);
    }

    private static Fact fact(String source, String name, String text) {
        return new Fact(source, name, Optional.of(new FieldValue.Text(text)));
    }

    /** What a fact says was suggested, if it says so. */
    static Optional<Said> read(Fact fact) {
        int dot = fact.name().lastIndexOf('.');
        if (!isClassifier(fact.source()) || !fact.name().startsWith(SUGGESTED) || dot <= SUGGESTED.length()) {
            return Optional.empty();
        }
        // An erasure leaves the fact without its text.
        String[] parts = fact.value().map(FieldValue::asText).orElse("").split("\t", -1);
        if (parts.length < 3) {
            return Optional.empty();
        }
        return Optional.of(new Said(
                fact.source(),
                fact.name().substring(SUGGESTED.length(), dot),
                Integer.parseInt(fact.name().substring(dot + 1)),
                parts[0],
                Double.parseDouble(parts[1]),
                parts[2],
                Arrays.asList(parts).subList(3, parts.length)));
    }
}

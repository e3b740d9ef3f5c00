package io.tikit.core.routing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patterns in bodies of documents. */
final class TextPatterns {
    private static final int MOST_TEXTS = 20;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST = 200;
    private static final int LONGEST_REGEX = 500;
    /** Counted repetitions are written out when an expression is made ready, and multiply when they are nested. */
    private static final long MOST_REPEATED = 1_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d*)(?:,(\\d*))?\\}");

    private TextPatterns() {}

    static TextPattern read(BodyReader body) {
        List<String> in = new ArrayList<>(body.texts("in", MOST_TEXTS, LONGEST));
        for (String name : in) {
            boolean known = name.equals(TextPattern.SUBJECT)
                    || name.equals(TextPattern.DESCRIPTION)
                    || TicketFieldCatalog.customKey(name).isPresent();
            if (!known) {
                body.finding(
                        "in",
                        "unknown_field",
                        "texts are subject, description and custom fields, not '" + name + "'",
                        Map.of("field", name));
            }
        }
        if (in.isEmpty()) {
            in.addAll(List.of(TextPattern.SUBJECT, TextPattern.DESCRIPTION));
        }
        List<String> all = words(body, "all", body.texts("all", MOST_WORDS, LONGEST));
        List<String> any = words(body, "any", body.texts("any", MOST_WORDS, LONGEST));
        Optional<String> phrase = body.optionalText("phrase", LONGEST);
        phrase.ifPresent(text -> words(body, "phrase", List.of(text)));
        Optional<String> regex = body.optionalText("regex", LONGEST_REGEX).filter(text -> isReady(body, text));
        if (all.isEmpty() && any.isEmpty() && phrase.isEmpty() && !body.has("regex")) {
            body.finding("", "required", "a pattern asks for all words, any words, a phrase or a regular expression");
        }
        return new TextPattern(in, all, any, phrase, regex);
    }

    private static List<String> words(BodyReader body, String name, List<String> texts) {
        if (texts.stream().map(FoldedWords::of).anyMatch(FoldedWords::isEmpty)) {
            body.finding(name, "required", "has neither letters nor digits, so it would be found everywhere");
        }
        return texts;
    }

    private static boolean isReady(BodyReader body, String text) {
        long repeated = 1;
        Matcher repetition = REPETITION.matcher(text);
        while (repetition.find() && repeated <= MOST_REPEATED) {
            repeated *= Math.max(1, Math.max(number(repetition.group(1)), number(repetition.group(2))));
        }
        if (repeated > MOST_REPEATED) {
            body.finding(
                    "regex",
                    "too_complex",
                    "the counted repetitions multiply to more than " + MOST_REPEATED,
                    Map.of("parts", MOST_REPEATED, "depth", 1));
            return false;
        }
        try {
            for (String group : Pattern.compile(text).namedGroups().keySet()) {
                if (TicketFieldCatalog.customKey(TicketFields.CUSTOM_PREFIX + group)
                        .isEmpty()) {
                    body.finding(
                            "regex",
                            "bad_key",
                            "the group '" + group + "' cannot be the key of a custom field: lower-case letters, digits"
                                    + " and underscores, beginning with a letter");
                }
            }
            return true;
        } catch (PatternSyntaxException e) {
            body.finding("regex", "bad_regex", "is no regular expression: " + e.getDescription());
            return false;
        }
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null || digits.isEmpty()
                ? 0
                : digits.length() > 6 ? MOST_REPEATED + 1 : Long.parseLong(digits);
    }

    static Map<String, Object> write(TextPattern pattern) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("in", new ArrayList<Object>(pattern.in()));
        if (!pattern.all().isEmpty()) {
            body.put("all", new ArrayList<Object>(pattern.all()));
        }
        if (!pattern.any().isEmpty()) {
            body.put("any", new ArrayList<Object>(pattern.any()));
        }
        pattern.phrase().ifPresent(text -> body.put("phrase", text));
        pattern.regex().ifPresent(text -> body.put("regex", text));
        return body;
    }
}

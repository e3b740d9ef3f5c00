package io.tikit.core.interceptor;

import io.tikit.api.condition.FieldValue;
import io.tikit.spi.interceptor.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer may hold, so that it fits where it is kept. */
final class AnswerRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int MOST = 20;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_OTHER = 4_000;

    private AnswerRules() {}

    /** Tells what is wrong with an answer. */
    static Optional<String> breach(Answer answer) {
        if (answer.facts().size() > MOST
                || answer.changes().size() > MOST
                || answer.refusals().size() > MOST) {
            return Optional.of("more than " + MOST + " facts, changes or refusals");
        }
        for (Map.Entry<String, FieldValue> fact : answer.facts().entrySet()) {
            if (!NAME.matcher(fact.getKey()).matches()) {
                return Optional.of("the name of a fact does not match " + NAME.pattern());
            }
            int longest = fact.getValue() instanceof FieldValue.Text ? LONGEST_TEXT : LONGEST_OTHER;
            if (fact.getValue().asText().length() > longest) {
                return Optional.of("the fact " + fact.getKey() + " is longer than " + longest + " characters");
            }
        }
        return Optional.empty();
    }
}

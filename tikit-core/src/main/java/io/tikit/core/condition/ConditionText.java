package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Conditions;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The short text form of conditions, such as {@code status:open priority>=high updated<-2d "vpn drops"}. */
public final class ConditionText {
    private ConditionText() {}

    /**
     * Reads the text form.
     *
     * @throws InvalidException with code INVALID_QUERY and all that is wrong
     */
    public static Condition parse(String text, FieldCatalog catalog) {
        if (text.length() > Conditions.LONGEST) {
            throw wrong(
                    0,
                    text.length(),
                    "too_long",
                    "a condition has at most " + Conditions.LONGEST + " characters",
                    Map.of("max", Conditions.LONGEST));
        }
        Condition condition = new TextReader(new TextTokens(text), catalog).read();
        List<Violation> found = new ArrayList<>();
        for (Violation violation : ConditionCheck.form(condition, catalog)) {
            Map<String, Object> parameters = place(0, text.length());
            parameters.putAll(violation.parameters());
            found.add(new Violation(violation.path(), violation.key(), violation.message(), parameters));
        }
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, found);
        }
        return condition;
    }

    /** Writes a text from which {@link #parse} makes an equal condition. */
    public static String print(Condition condition, FieldCatalog catalog) {
        ConditionJson.requireSimple(condition);
        return new TextWriter(catalog).print(condition);
    }

    /** What is written at a place is no part of a condition. */
    static InvalidException syntax(int position, int length, String message) {
        return wrong(position, length, "syntax", message, Map.of("character", position + 1));
    }

    static InvalidException wrong(int position, int length, String key, String message) {
        return wrong(position, length, key, message, Map.of());
    }

    /** With the values that the text of the violation speaks of, beside the place. */
    static InvalidException wrong(
            int position, int length, String key, String message, Map<String, Object> parameters) {
        Map<String, Object> all = place(position, length);
        all.putAll(parameters);
        return new InvalidException(
                ErrorCode.INVALID_QUERY, new Violation("text", key, message + ", at character " + (position + 1), all));
    }

    private static Map<String, Object> place(int position, int length) {
        return new HashMap<>(Map.of("position", position, "length", length));
    }
}

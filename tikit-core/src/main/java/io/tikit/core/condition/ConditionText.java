package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Conditions;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The short text form of conditions, such as {@code status:open priority>=high updated<-2d "vpn drops"}. */
final class ConditionText {
    private ConditionText() {}

    /** Reads the text form. */
    static Condition parse(String text, FieldCatalog catalog) {
        if (text.length() > Conditions.LONGEST) {
            throw wrong(0, 0, "too_long", "a condition has at most " + Conditions.LONGEST + " characters");
        }
        Condition condition = new TextReader(new TextTokens(text), catalog).read();
        List<Violation> found = new ArrayList<>();
        for (Violation violation : ConditionCheck.form(condition, catalog)) {
            found.add(new Violation(violation.path(), violation.key(), violation.message(), place(0, text.length())));
        }
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, found);
        }
        return condition;
    }

    /** Writes a text from which {@link #parse} makes an equal condition. */
    static String print(Condition condition, FieldCatalog catalog) {
        ConditionJson.requireSimple(condition);
        return new TextWriter(catalog).print(condition);
    }

    static InvalidException wrong(int position, int length, String key, String message) {
        return new InvalidException(
                ErrorCode.INVALID_QUERY,
                new Violation("text", key, message + ", at character " + (position + 1), place(position, length)));
    }

    private static Map<String, Object> place(int position, int length) {
        return Map.of("position", position, "length", length);
    }
}

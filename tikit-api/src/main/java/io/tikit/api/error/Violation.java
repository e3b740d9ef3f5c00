package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Map;
import java.util.Objects;

/**
 * One rule that a command, query or setting breaks.
 *
 * @param path which part, such as {@code subject} or {@code changes[2].value}
 * @param key the stable name of the rule, such as {@code too_long}; with {@code violation.} before it, the key of its text
 *     in {@link io.tikit.api.message.Messages}
 * @param message what is wrong and what would be right, in English
 * @param parameters the values that the text speaks of, such as {@code max}: numbers ({@code Integer}, {@code Long},
 *     {@code BigDecimal}), an {@code Instant}, a {@code LocalDate}, a {@code List} of values, or text; anything else is
 *     written as its {@code toString()}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Violation(String path, String key, String message, Map<String, Object> parameters) {
    /** Copies the parameters. */
    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
        parameters = Map.copyOf(parameters);
    }

    /**
     * A violation without parameters.
     *
     * @param path which part
     * @param key the stable name of the rule
     * @param message what is wrong
     * @return the violation
     */
    public static Violation of(String path, String key, String message) {
        return new Violation(path, key, message, Map.of());
    }
}

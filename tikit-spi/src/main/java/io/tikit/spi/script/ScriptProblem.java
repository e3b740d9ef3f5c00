package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Something wrong in a script, at its place.
 *
 * @param line from 1
 * @param column from 1; 1 where only the line is known
 * @param message what is wrong and what would be right, in English, for the author of the script; not empty
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ScriptProblem(int line, int column, String message) {
    /**
     * Checks the place.
     *
     * @throws IllegalArgumentException if line or column is below 1, or the message is empty
     */
    public ScriptProblem {
        Objects.requireNonNull(message, "message");
        if (line < 1 || column < 1 || message.isEmpty()) {
            throw new IllegalArgumentException("a problem has a place counted from 1 and a message");
        }
    }
}

package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Names a sign-in that is not finished: good for minutes, for its tenant and for one answer. Its text form hides it.
 *
 * @param value the secret itself
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Continuation(String value) {
    /** Checks that nothing is null. */
    public Continuation {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Takes a text.
     *
     * @param text as it was handed out
     * @return the secret
     */
    public static Continuation of(String text) {
        return new Continuation(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "Continuation[***]";
    }
}

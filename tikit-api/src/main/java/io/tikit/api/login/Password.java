package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * A password as somebody typed it. Its text form hides it.
 *
 * @param text the secret itself
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Password(String text) {
    /** Checks that nothing is null. */
    public Password {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Takes a text.
     *
     * @param text as it was typed
     * @return the secret
     */
    public static Password of(String text) {
        return new Password(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "Password[***]";
    }
}

package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What somebody who has signed in shows with each request, such as in a cookie. Only its hash is stored. Its text form hides it.
 *
 * @param value the secret itself
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SessionToken(String value) {
    /** Checks that nothing is null. */
    public SessionToken {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Takes a text.
     *
     * @param text as it was handed out
     * @return the secret
     */
    public static SessionToken of(String text) {
        return new SessionToken(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "SessionToken[***]";
    }
}

package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Lets somebody set a password once, within its time: from a mail of reset or invitation. Only its hash is stored. Its text form hides it.
 *
 * @param value the secret itself
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record OneTimeToken(String value) {
    /** Checks that nothing is null. */
    public OneTimeToken {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Takes a text.
     *
     * @param text as it was in the mail
     * @return the secret
     */
    public static OneTimeToken of(String text) {
        return new OneTimeToken(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "OneTimeToken[***]";
    }
}

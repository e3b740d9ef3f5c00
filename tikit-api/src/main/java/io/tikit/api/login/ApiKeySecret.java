package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What a program shows with each request: a prefix by which it is recognised, 256 random bits and a checksum. Only its hash is stored. Its text form hides it.
 *
 * @param value the secret itself
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ApiKeySecret(String value) {
    /** Checks that nothing is null. */
    public ApiKeySecret {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Takes a text.
     *
     * @param text as it was handed out
     * @return the secret
     */
    public static ApiKeySecret of(String text) {
        return new ApiKeySecret(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "ApiKeySecret[***]";
    }
}

package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.UUID;

/**
 * Names a session or an API key. No secret: it may be shown and logged, and opens nothing by itself.
 *
 * @param value the UUID
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LoginId(UUID value) {
    /** Checks that nothing is null. */
    public LoginId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes the id from its text.
     *
     * @param text a UUID in its usual form
     * @return the id
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static LoginId of(String text) {
        return new LoginId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Names a command so that giving it twice does it once: the second time returns the result of the first. Kept per
 * tenant, forever.
 *
 * @param source who gives the name, such as a channel or an import; 1 to 40 characters
 * @param externalId the name within the source, such as a message id; 1 to 200 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record IdempotencyKey(String source, String externalId) {
    /** Checks that nothing is null; lengths are checked with the command. */
    public IdempotencyKey {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(externalId, "externalId");
    }

    /**
     * Makes a key.
     *
     * @param source who gives the name
     * @param externalId the name within the source
     * @return the key
     */
    public static IdempotencyKey of(String source, String externalId) {
        return new IdempotencyKey(source, externalId);
    }
}

package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * A key with its secret, which cannot be had again.
 *
 * @param secret what the program is to show
 * @param key the key
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record MadeApiKey(ApiKeySecret secret, ApiKey key) {
    /** Checks that nothing is null. */
    public MadeApiKey {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(key, "key");
    }
}

package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;

/**
 * A count of failures.
 *
 * @param key what is counted: a digest of the engine's, 64 characters of ASCII
 * @param failures how many
 * @param lastAt when the last one was
 * @param openAt until when nothing is let through
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Guard(String key, int failures, Instant lastAt, Instant openAt) {
    /** Checks that nothing is null. */
    public Guard {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(lastAt, "lastAt");
        Objects.requireNonNull(openAt, "openAt");
    }
}

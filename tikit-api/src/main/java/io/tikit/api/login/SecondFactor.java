package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A second factor that somebody has (REQ-UM-009).
 *
 * @param id the id, by which it is removed
 * @param way what it is
 * @param label what its owner calls it
 * @param madeAt since when
 * @param usedAt when it was last used
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SecondFactor(LoginId id, LoginResult.Way way, String label, Instant madeAt, Optional<Instant> usedAt) {
    /** Checks that nothing is null. */
    public SecondFactor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(usedAt, "usedAt");
    }
}

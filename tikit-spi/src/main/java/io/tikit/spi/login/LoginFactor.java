package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A second factor of somebody.
 *
 * @param id the id
 * @param user whose
 * @param kind what it is, such as totp: lower-case ASCII, at most 20 characters
 * @param label what its owner calls it, at most 100 characters
 * @param secret what it is checked by, encrypted where it is secret, at most 4,000 characters
 * @param use how often and when it was used
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LoginFactor(UUID id, UserId user, String kind, String label, String secret, Use use) {
    /** Checks that nothing is null. */
    public LoginFactor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(use, "use");
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return kind + " " + id + " of " + user;
    }

    /**
     * The use of a factor.
     *
     * @param counter grows with each use
     * @param madeAt since when it is there
     * @param usedAt when it was last used
     */
    public record Use(long counter, Instant madeAt, Optional<Instant> usedAt) {
        /** Checks that nothing is null. */
        public Use {
            Objects.requireNonNull(madeAt, "madeAt");
            Objects.requireNonNull(usedAt, "usedAt");
        }
    }
}

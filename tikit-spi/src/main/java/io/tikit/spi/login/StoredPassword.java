package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * A password that somebody has or had.
 *
 * @param user whose
 * @param number counts the passwords of the user from 1; the largest is the present one
 * @param hash the hash with its parameters, 1 to 300 characters of ASCII
 * @param setAt since when
 * @param mustChange whether it only serves to set another one
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record StoredPassword(UserId user, int number, String hash, Instant setAt, boolean mustChange) {
    /** Checks that nothing is null. */
    public StoredPassword {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(setAt, "setAt");
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "password " + number + " of " + user;
    }
}

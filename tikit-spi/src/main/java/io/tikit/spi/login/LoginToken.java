package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something by which its holder is known: a session, an API key, a mail to set a password, a recovery code.
 *
 * @param id the id
 * @param kind what it is for
 * @param hash the SHA-256 of the secret as 64 hexadecimal digits in lower case; unique in its tenant
 * @param user whose; empty for programs that are no user
 * @param times when it was made, last used, and ends
 * @param details what else the engine keeps of it, at most 4,000 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LoginToken(UUID id, Kind kind, String hash, Optional<UserId> user, Times times, String details) {
    /** Checks that nothing is null. */
    public LoginToken {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(details, "details");
    }

    /** Hides the hash and the details. */
    @Override
    public String toString() {
        return kind + " " + id;
    }

    /**
     * The times of a token.
     *
     * @param madeAt when it was made
     * @param seenAt when it was last used; its making, if never
     * @param endsAt from when on it does not do any more
     */
    public record Times(Instant madeAt, Instant seenAt, Instant endsAt) {
        /** Checks that nothing is null. */
        public Times {
            Objects.requireNonNull(madeAt, "madeAt");
            Objects.requireNonNull(seenAt, "seenAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }
    }

    /** What tokens are for. Stored by name. */
    public enum Kind {
        /** A session. */
        SESSION,
        /** A sign-in that is not finished. */
        STEP,
        /** Sets a password. */
        PASSWORD_MAIL,
        /** Stands for a second factor once. */
        RECOVERY,
        /** Lets a program in. */
        API_KEY,
        /** Says that a session is one of acting as somebody else, until its end is written; opens nothing. */
        ACTING
    }
}

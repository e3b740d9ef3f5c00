package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.User;
import java.time.Instant;
import java.util.Objects;

/**
 * What is to be sent to somebody so that they can set a password. The host puts the token into a link of its own.
 *
 * @param user to whom; to the mail address that the desk knows, never to one that somebody typed
 * @param token good once
 * @param endsAt until when
 * @param invitation whether they had no password before
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PasswordMail(User user, OneTimeToken token, Instant endsAt, boolean invitation) {
    /** Checks that nothing is null. */
    public PasswordMail {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(endsAt, "endsAt");
    }
}

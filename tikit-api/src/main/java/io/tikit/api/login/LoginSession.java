package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody is signed in.
 *
 * @param id the id, by which it is revoked
 * @param user who signed in
 * @param actingFor as whom they act, if they act as somebody else
 * @param origin from where
 * @param madeAt since when
 * @param seenAt when it was last used, to the minute
 * @param endsAt when it ends at the latest; it ends sooner when it is not used for the time that the policy says
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LoginSession(
        LoginId id,
        UserId user,
        Optional<UserId> actingFor,
        Origin origin,
        Instant madeAt,
        Instant seenAt,
        Instant endsAt) {
    /** Checks that nothing is null. */
    public LoginSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(actingFor, "actingFor");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(endsAt, "endsAt");
    }
}

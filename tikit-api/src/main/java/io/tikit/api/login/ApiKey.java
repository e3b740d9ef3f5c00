package io.tikit.api.login;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A key by which a program comes in (REQ-UM-012). Never the secret itself.
 *
 * @param id the id, by which it is rotated and revoked
 * @param shown the beginning of the secret, by which people recognise it
 * @param holder as whom the program acts: a user or a service
 * @param settings its name and what limits it
 * @param madeAt since when
 * @param usedAt when it was last used, to the minute
 * @param endsAt from when on it does not do any more
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ApiKey(
        LoginId id,
        String shown,
        Actor holder,
        NewApiKey settings,
        Instant madeAt,
        Optional<Instant> usedAt,
        Instant endsAt) {
    /** Checks that nothing is null. */
    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(usedAt, "usedAt");
        Objects.requireNonNull(endsAt, "endsAt");
    }
}

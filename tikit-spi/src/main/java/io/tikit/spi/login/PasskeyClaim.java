package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Which passkey a response says that it is of.
 *
 * @param credential the id, in Base64 for URLs without padding
 * @param handle the handle of its owner, in Base64 for URLs without padding; not every device tells it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PasskeyClaim(String credential, Optional<String> handle) {
    /** Checks that nothing is null. */
    public PasskeyClaim {
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(handle, "handle");
    }
}

package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Set;

/**
 * A passkey as it is kept. Nothing of it is secret.
 *
 * @param credential its id, in Base64 for URLs without padding, at most 1,364 characters
 * @param key its public key in the form COSE, in Base64 for URLs without padding, at most 1,500 characters
 * @param counter how often it was used, as far as its device counts; otherwise 0
 * @param transports by which ways its device is reached, such as usb or internal
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Passkey(String credential, String key, long counter, Set<String> transports) {
    /** Copies the set. */
    public Passkey {
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(key, "key");
        transports = Set.copyOf(transports);
    }
}

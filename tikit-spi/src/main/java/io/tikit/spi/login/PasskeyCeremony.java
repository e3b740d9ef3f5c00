package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What a browser is asked for.
 *
 * @param relyingParty the domain that passkeys belong to, such as desk.example
 * @param name what people read as the name of the desk
 * @param origins from where responses may come, such as https://desk.example; compared exactly, each of the relying party
 *     or a domain below it
 * @param challenge 32 random bytes in Base64 for URLs without padding
 * @param verified whether the device must verify its user
 * @param patience how long the browser may wait
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PasskeyCeremony(
        String relyingParty, String name, Set<String> origins, String challenge, boolean verified, Duration patience) {
    /** Copies the set. */
    public PasskeyCeremony {
        Objects.requireNonNull(relyingParty, "relyingParty");
        Objects.requireNonNull(name, "name");
        origins = Set.copyOf(origins);
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(patience, "patience");
    }
}

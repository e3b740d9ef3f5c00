package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Whose passkeys are.
 *
 * @param handle names the owner without telling who it is, in Base64 for URLs without padding
 * @param account by which the owner tells their accounts apart, such as a mail address
 * @param name what the owner is called
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PasskeyOwner(String handle, String account, String name) {
    /** Checks that nothing is null. */
    public PasskeyOwner {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
    }
}

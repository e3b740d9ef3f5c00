package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What an app for codes needs. Its text form hides it.
 *
 * @param secret in Base32, for typing
 * @param uri for a picture that is scanned
 * @param continuation names this set-up, which ends with a code of the app; good for ten minutes
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TotpSetUp(String secret, String uri, Continuation continuation) {
    /** Checks that nothing is null. */
    public TotpSetUp {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(continuation, "continuation");
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "TotpSetUp[***]";
    }
}

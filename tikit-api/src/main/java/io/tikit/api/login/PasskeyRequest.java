package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What a browser is asked about passkeys. The host's page hands the options to the browser
 * ({@code PublicKeyCredential.parseCreationOptionsFromJSON} or {@code parseRequestOptionsFromJSON}) and sends back what the
 * browser answers ({@code toJSON}).
 *
 * @param options in JSON, for the browser
 * @param continuation names this request; good for five minutes and one answer, right or wrong
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PasskeyRequest(String options, Continuation continuation) {
    /** Checks that nothing is null. */
    public PasskeyRequest {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(continuation, "continuation");
    }

    /** Hides the challenge. */
    @Override
    public String toString() {
        return "PasskeyRequest[***]";
    }
}

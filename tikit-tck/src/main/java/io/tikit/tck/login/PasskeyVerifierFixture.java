package io.tikit.tck.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.login.PasskeyVerifier;

/**
 * What the author of a verifier of passkeys gives to the contract.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PasskeyVerifierFixture {
    /**
     * The verifier.
     *
     * @return always the same or another one, as it likes
     */
    PasskeyVerifier verifier();
}

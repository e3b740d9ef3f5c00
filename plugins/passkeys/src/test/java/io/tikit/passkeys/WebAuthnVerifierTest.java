package io.tikit.passkeys;

import io.tikit.spi.login.PasskeyVerifier;
import io.tikit.tck.login.PasskeyVerifierContract;

/** The library keeps the contract. */
class WebAuthnVerifierTest implements PasskeyVerifierContract {
    @Override
    public PasskeyVerifier verifier() {
        return new WebAuthnVerifier();
    }
}

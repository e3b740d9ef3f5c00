package io.tikit.tck.login;

import io.tikit.spi.login.PasskeyVerifier;
import io.tikit.tck.Planted;

/** The contract on a sound verifier. */
class PlainVerifierTest implements PasskeyVerifierContract {
    @Override
    public PasskeyVerifier verifier() {
        return Planted.into(PasskeyVerifier.class, new PlainVerifier());
    }
}

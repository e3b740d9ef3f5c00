package io.tikit.tck.login;

import io.tikit.spi.login.PasskeyVerifier;

class ThirdPartyPasskeyVerifierTest implements PasskeyVerifierContract {
    @Override
    public PasskeyVerifier verifier() {
        return new PlainVerifier();
    }
}

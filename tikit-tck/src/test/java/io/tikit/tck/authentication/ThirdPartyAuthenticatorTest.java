package io.tikit.tck.authentication;

import io.tikit.spi.authentication.Authenticator;
import io.tikit.spi.authentication.AuthenticatorCapability;
import java.util.EnumSet;

class ThirdPartyAuthenticatorTest implements AuthenticatorContract {
    private final InMemoryAuthenticator directory =
            new InMemoryAuthenticator(EnumSet.of(AuthenticatorCapability.PASSWORD));

    @Override
    public Authenticator authenticator() {
        return directory.node();
    }

    @Override
    public String subject() {
        return InMemoryAuthenticator.SUBJECT;
    }

    @Override
    public void breakOutside(boolean broken) {
        directory.breakOff(broken);
    }
}

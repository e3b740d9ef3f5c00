package io.tikit.core.login;

import com.google.inject.AbstractModule;
import io.tikit.core.pipeline.Grants;
import io.tikit.spi.key.KeyProvider;
import io.tikit.spi.login.PasskeyVerifier;
import java.util.Optional;

/** Wires this feature. */
public final class LoginModule extends AbstractModule {
    private final LoginSettings settings;
    private final Optional<KeyProvider> keys;
    private final Optional<PasskeyVerifier> passkeys;

    public LoginModule(LoginSettings settings, Optional<KeyProvider> keys, Optional<PasskeyVerifier> passkeys) {
        this.settings = settings;
        this.keys = keys;
        this.passkeys = passkeys;
    }

    @Override
    protected void configure() {
        bind(LoginSettings.class).toInstance(settings);
        bind(SecretBox.class).toInstance(new SecretBox(keys));
        bind(PasskeyBook.class).toInstance(new PasskeyBook(passkeys));
        bind(Grants.class).to(LoginGrants.class);
        bind(LoginServices.class);
        bind(LoginSweeper.class);
    }
}

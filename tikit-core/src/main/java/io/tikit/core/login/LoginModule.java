package io.tikit.core.login;

import com.google.inject.AbstractModule;
import io.tikit.core.pipeline.Grants;
import io.tikit.spi.key.KeyProvider;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.spi.login.PasskeyVerifier;
import java.util.Map;
import java.util.Optional;

/** Wires this feature. */
public final class LoginModule extends AbstractModule {
    private final LoginSettings settings;
    private final Optional<KeyProvider> keys;
    private final Optional<PasskeyVerifier> passkeys;
    private final Map<String, BreachedPasswordList> breached;

    public LoginModule(
            LoginSettings settings,
            Optional<KeyProvider> keys,
            Optional<PasskeyVerifier> passkeys,
            Map<String, BreachedPasswordList> breached) {
        this.settings = settings;
        this.keys = keys;
        this.passkeys = passkeys;
        this.breached = breached;
    }

    @Override
    protected void configure() {
        bind(LoginSettings.class).toInstance(settings);
        bind(SecretBox.class).toInstance(new SecretBox(keys));
        bind(BreachedPasswords.class).toInstance(BreachedPasswords.of(settings, breached));
        bind(PasskeyBook.class).toInstance(new PasskeyBook(passkeys));
        bind(Grants.class).to(LoginGrants.class);
        bind(LoginServices.class);
        bind(LoginSweeper.class);
    }
}

package io.tikit.core.login;

import com.google.inject.AbstractModule;
import io.tikit.core.pipeline.Grants;

/** Wires this feature. */
public final class LoginModule extends AbstractModule {
    private final LoginSettings settings;

    public LoginModule(LoginSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(LoginSettings.class).toInstance(settings);
        bind(Grants.class).to(LoginGrants.class);
        bind(LoginServices.class);
        bind(LoginSweeper.class);
    }
}

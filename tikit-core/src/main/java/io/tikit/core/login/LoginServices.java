package io.tikit.core.login;

import io.tikit.api.TenantId;
import io.tikit.api.login.LoginAdministration;
import io.tikit.api.login.Logins;
import io.tikit.api.login.Origin;
import io.tikit.api.login.OwnLogin;
import io.tikit.core.pipeline.Session;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Makes the services of logins. */
@Singleton
public final class LoginServices {
    private final Entrance entrance;

    @Inject
    LoginServices(Entrance entrance) {
        this.entrance = entrance;
    }

    public Logins door(TenantId tenant, Origin origin) {
        return new Door(entrance, tenant, origin);
    }

    public OwnLogin own(Supplier<Session> session) {
        return new OwnLoginService(session, entrance);
    }

    public LoginAdministration administration(Supplier<Session> session) {
        return new LoginAdministrationService(session, entrance);
    }
}

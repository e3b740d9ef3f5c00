package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.access.Permission;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.Logins;
import io.tikit.api.login.MadeApiKey;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.login.Origin;
import io.tikit.api.login.OwnFactors;
import io.tikit.api.login.PasskeyRequest;
import io.tikit.api.login.Password;
import io.tikit.api.login.SessionToken;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.core.TikitEngine;
import io.tikit.tck.login.SoftAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody signs in whom the host does not know. */
class SigningInTest {
    @Test
    void somebodySignsIn() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk admin = tikit.as(Caller.of(acme, ada));
            User emily = admin.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            admin.loginAdministration().setPassword(emily.id(), Password.of("given by the desk"));
            // tag::sign-in
            Logins door = tikit.logins(acme, Origin.web("192.0.2.7", "Browser 1.0"));
            LoginResult result = door.signIn("emily@acme.example", Password.of("given by the desk"));
            if (result instanceof LoginResult.PasswordChangeNeeded change) {
                result = door.changePassword(change.continuation(), Password.of("seven wild horses"));
            }
            // end::sign-in
            SessionToken token = ((LoginResult.SignedIn) result).token();
            // tag::each-request
            Desk desk = tikit.as(door.caller(token));
            List<LoginSession> mine = desk.login().sessions();
            // end::each-request
            assertThat(mine).hasSize(1);
            // tag::api-key
            MadeApiKey made = desk.login()
                    .keys()
                    .make(NewApiKey.of("Nightly report", Set.of(Permission.TICKET_SEE))
                            .from(Set.of("10.0.0.0/8"))
                            .lasting(Duration.ofDays(30)));
            Logins robots = tikit.logins(acme, Origin.api("10.1.2.3", "report"));
            Desk robot = tikit.as(robots.caller(made.secret()));
            // end::api-key
            admin.configuration()
                    .save(SaveDocument.of(
                            LoginPolicy.KIND,
                            "default",
                            "Sign-in",
                            "{\"passkeys\": {\"relyingParty\": \"desk.example\", \"origins\": [\"https://desk.example\"],"
                                    + " \"verified\": false, \"alone\": true}}"));
            SoftAuthenticator browser = new SoftAuthenticator("https://desk.example");
            // tag::passkey
            OwnFactors factors = desk.login().factors();
            PasskeyRequest asked = factors.beginPasskey("Key ring");
            factors.finishPasskey(asked.continuation(), browser.create(asked.options()));

            PasskeyRequest again = door.passkeys().begin();
            LoginResult in = door.passkeys().finish(again.continuation(), browser.use(again.options()));
            // end::passkey
            assertThat(in).isInstanceOf(LoginResult.SignedIn.class);
            assertThat(robot.people().me()).contains(emily);
            assertThat(desk.people().me()).contains(emily);
        }
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.Origin;
import io.tikit.api.login.OwnFactors;
import io.tikit.api.login.PasskeyRequest;
import io.tikit.api.login.Password;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.login.SessionToken;
import io.tikit.api.page.PageRequest;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import io.tikit.tck.login.SoftAuthenticator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two engines on one database let nobody do twice what may be done once. */
class LoginNodesTest {
    private static final Origin HOME = Origin.web("192.0.2.7", "Browser 1.0");

    @Test
    @Requirement({"REQ-UM-007", "REQ-UM-009"})
    void whatIsCountedAndUsedUpHoldsOnAllNodes() throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture first = node(postgres);
                DeskFixture second = node(postgres)) {
            List<DeskFixture> nodes = List.of(first, second);
            PasswordMail mail = first.admin.loginAdministration().passwordMail(first.emily.id());
            List<LoginResult> answers = Together.all(IntStream.range(0, 8)
                    .<Callable<LoginResult>>mapToObj(i -> () -> nodes.get(i % 2)
                            .tikit
                            .logins(first.tenant, HOME)
                            .setPassword(mail.token(), Password.of("seven wild horses " + i)))
                    .toList());
            List<SessionToken> in = answers.stream()
                    .filter(LoginResult.SignedIn.class::isInstance)
                    .map(answer -> ((LoginResult.SignedIn) answer).token())
                    .toList();
            assertThat(in).hasSize(1);

            Desk onSecond =
                    second.tikit.as(second.tikit.logins(first.tenant, HOME).caller(in.get(0)));
            assertThat(onSecond.people().me()).contains(first.emily);
            first.admin.loginAdministration().revokeAll(first.emily.id());
            assertThatThrownBy(() -> onSecond.people().me())
                    .as("revoked on the other node")
                    .isInstanceOf(NotPermittedException.class);

            passkeyRoundIsUsedOnce(nodes);

            Together.all(IntStream.range(0, 12)
                    .<Callable<LoginResult>>mapToObj(i -> () -> nodes.get(i % 2)
                            .tikit
                            .logins(first.tenant, HOME)
                            .signIn(first.oscar.person().email(), Password.of("wrong " + i)))
                    .toList());
            assertThat(second
                            .admin
                            .loginAdministration()
                            .history(Optional.of(first.oscar.id()), PageRequest.first(50))
                            .items()
                            .stream()
                            .filter(line -> line.what().kind() == LoginEntry.Kind.REFUSED))
                    .hasSize(5);
        }
    }

    private static void passkeyRoundIsUsedOnce(List<DeskFixture> nodes) {
        DeskFixture first = nodes.get(0);
        first.admin
                .configuration()
                .save(SaveDocument.of(
                        LoginPolicy.KIND,
                        "default",
                        "Sign-in",
                        "{\"passkeys\": {\"relyingParty\": \"desk.example\","
                                + " \"origins\": [\"https://desk.example\"], \"alone\": true}}"));
        SoftAuthenticator device = new SoftAuthenticator("https://desk.example");
        OwnFactors factors = first.as(first.emily).login().factors();
        PasskeyRequest making = factors.beginPasskey("Phone");
        factors.finishPasskey(making.continuation(), device.create(making.options()));
        PasskeyRequest request =
                first.tikit.logins(first.tenant, HOME).passkeys().begin();
        String response = device.use(request.options());
        List<LoginResult> answers = Together.all(IntStream.range(0, 8)
                .<Callable<LoginResult>>mapToObj(i -> () -> nodes.get(i % 2)
                        .tikit
                        .logins(first.tenant, HOME)
                        .passkeys()
                        .finish(request.continuation(), response))
                .toList());
        assertThat(answers.stream().filter(LoginResult.SignedIn.class::isInstance))
                .hasSize(1);
    }

    private static DeskFixture node(EmbeddedPostgres postgres) {
        return new DeskFixture(builder -> builder.setting("login.hash-kib", "64")
                .setting("login.hash-rounds", "1")
                .setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }
}

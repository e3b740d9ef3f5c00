package io.tikit.core;

import io.tikit.api.Desk;
import io.tikit.api.access.Permission;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.login.ActAs;
import io.tikit.api.login.ApiKeySecret;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.Logins;
import io.tikit.api.login.MadeApiKey;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.login.OneTimeToken;
import io.tikit.api.login.Origin;
import io.tikit.api.login.PasskeyRequest;
import io.tikit.api.login.Password;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.login.SessionToken;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.page.PageRequest;
import io.tikit.tck.Await;
import io.tikit.tck.ManualClock;
import io.tikit.tck.login.SoftAuthenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Goes through all ways in, and writes down what is secret and whatever could be seen of it. Runs in a process of its own. */
final class SecretsWorkload {
    /** Stands among the secrets and is logged on purpose, at the lowest level. */
    static final String PLANTED = "planted secret 7f3a9c";

    private static final Origin HOME = Origin.web("192.0.2.7", "Browser 1.0");
    private static final Origin ROBOT = Origin.api("198.51.100.9", "robot");

    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");
    private final DeskFixture desk = new DeskFixture(
            builder -> builder.clock(clock).setting("login.hash-kib", "64").setting("login.hash-rounds", "1"));
    private final Logins door = desk.tikit.logins(desk.tenant, HOME);

    private SecretsWorkload() {}

    /** The folder in which the two files are written. */
    public static void main(String... arguments) throws IOException {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        LogManager.getLogManager().getLogger("").addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        LogManager.getLogManager().getLogger("").setLevel(Level.ALL);
        SecretsWorkload workload = new SecretsWorkload();
        workload.run();
        LoggerFactory.getLogger(SecretsWorkload.class).trace("a line with the {}", PLANTED);
        workload.secrets.add(PLANTED);
        workload.seen.addAll(lines);
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve("secrets"), String.join("\n", workload.secrets), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("seen"), String.join("\n", workload.seen), StandardCharsets.UTF_8);
    }

    private String secret(String text) {
        secrets.add(text);
        return text;
    }

    private <T> T saw(T value) {
        seen.add(value.toString());
        return value;
    }

    private void fails(Callable<?> call) {
        try {
            saw(call.call());
        } catch (TikitException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                seen.add(at.toString());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private SessionToken in(LoginResult result) {
        SessionToken token = saw((LoginResult.SignedIn) result).token();
        secret(token.value());
        return saw(token);
    }

    private Desk as(SessionToken token) {
        return desk.tikit.as(saw(door.caller(token)));
    }

    private void run() {
        try (desk) {
            desk.admin
                    .events()
                    .subscribe(
                            SubscriptionSpec.live(),
                            event -> seen.add(event + " " + event.changes() + " " + event.facts()));
            desk.admin
                    .configuration()
                    .save(saw(SaveDocument.of(
                            LoginPolicy.KIND,
                            "default",
                            "Sign-in",
                            "{\"passkeys\": {\"relyingParty\": \"desk.example\","
                                    + " \"origins\": [\"https://desk.example\"], \"alone\": true}}")));
            passwords();
            factors();
            keys();
            desk.settle();
            saw(desk.admin.loginAdministration().history(Optional.empty(), PageRequest.first(100)));
            saw(desk.tikit.health());
        }
    }

    private void passwords() {
        String given = secret("given by the desk 1");
        desk.admin.loginAdministration().setPassword(desk.emily.id(), saw(Password.of(given)));
        LoginResult first = saw(door.signIn(desk.emily.person().email(), Password.of(given)));
        LoginResult.PasswordChangeNeeded change = (LoginResult.PasswordChangeNeeded) first;
        secret(change.continuation().value());
        fails(() -> door.changePassword(change.continuation(), Password.of(secret("too-short"))));
        in(door.changePassword(change.continuation(), Password.of(secret("seven wild horses"))));
        saw(door.signIn(desk.emily.person().email(), Password.of(secret("seven wild hores"))));
        saw(door.signIn(secret("typed into the wrong field"), Password.of("emily")));
        fails(() -> as(SessionToken.of(secret("no such session token"))));
        List<PasswordMail> mails = new CopyOnWriteArrayList<>();
        door.requestReset(desk.emily.person().email(), mails::add);
        Await.until("a mail", () -> !mails.isEmpty());
        door.requestReset(desk.emily.person().email(), mail -> {
            mails.add(mail);
            throw new IllegalStateException("cannot send " + mail.token().value());
        });
        Await.until("another mail", () -> mails.size() == 2);
        secret(mails.get(1).token().value());
        OneTimeToken token = saw(mails.get(0)).token();
        secret(saw(token).value());
        saw(door.setPassword(OneTimeToken.of(secret("guessed one-time token")), Password.of("nine slow horses")));
        PasswordMail made = saw(desk.admin.loginAdministration().passwordMail(desk.emily.id()));
        secret(made.token().value());
        SessionToken in = in(door.setPassword(made.token(), Password.of(secret("eight calm horses"))));
        fails(() -> {
            as(in).login().changePassword(Password.of(secret("not the present one")), Password.of("x"));
            return true;
        });
        door.signOut(in);
    }

    private void factors() {
        SessionToken in = in(door.signIn(desk.emily.person().email(), Password.of("eight calm horses")));
        TotpSetUp setUp = saw(as(in).login().factors().beginTotp("Phone"));
        secret(setUp.secret());
        secret(setUp.continuation().value());
        fails(() -> as(in).login().factors().finishTotp(setUp.continuation(), "abcdef"));
        saw(as(in).login().factors().finishTotp(setUp.continuation(), TotpApp.code(setUp, clock.instant())));
        as(in).login().factors().makeRecoveryCodes().forEach(this::secret);
        clock.advance(Duration.ofSeconds(30));
        LoginResult.SecondFactorNeeded needed = (LoginResult.SecondFactorNeeded)
                saw(door.signIn(desk.emily.person().email(), Password.of("eight calm horses")));
        secret(needed.continuation().value());
        saw(door.answer(needed.continuation(), LoginResult.Way.RECOVERY_CODE, secret("AAAA-BBBB-CCCC-DDDD")));
        in(door.answer(needed.continuation(), LoginResult.Way.TOTP, TotpApp.code(setUp, clock.instant())));

        SoftAuthenticator device = new SoftAuthenticator("https://desk.example");
        PasskeyRequest making = saw(as(in).login().factors().beginPasskey("Ring"));
        secret(making.continuation().value());
        saw(as(in).login().factors().finishPasskey(making.continuation(), device.create(making.options())));
        PasskeyRequest using = saw(door.passkeys().begin());
        secret(using.continuation().value());
        in(door.passkeys().finish(using.continuation(), device.use(using.options())));
        PasskeyRequest wrong = saw(door.passkeys().begin());
        saw(door.passkeys().finish(wrong.continuation(), secret("{\"id\":\"a response that is none\"}")));
        saw(as(in).login().factors().list());
        saw(as(in).login().sessions());
    }

    private void keys() {
        MadeApiKey made =
                saw(desk.as(desk.agent).login().keys().make(saw(NewApiKey.of("Robot", Set.of(Permission.PEOPLE_SEE)))));
        secret(made.secret().value());
        desk.tikit
                .as(saw(desk.tikit.logins(desk.tenant, ROBOT).caller(saw(made.secret()))))
                .people()
                .me();
        MadeApiKey next =
                saw(desk.as(desk.agent).login().keys().rotate(made.key().id(), Duration.ZERO));
        secret(next.secret().value());
        fails(() -> desk.tikit.logins(desk.tenant, ROBOT).caller(ApiKeySecret.of(secret("tikit_malformed_key"))));
        fails(() -> desk.tikit.logins(desk.tenant, ROBOT).caller(made.secret()));
        saw(desk.as(desk.agent).login().keys().own());
        in(saw(desk.admin.login().actAs(saw(new ActAs(desk.oscar.id(), "He asked", Duration.ofHours(1))))));
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.access.Permission;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.login.ActAs;
import io.tikit.api.login.ApiKey;
import io.tikit.api.login.ApiKeySecret;
import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginResult.Way;
import io.tikit.api.login.Logins;
import io.tikit.api.login.MadeApiKey;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.login.OneTimeToken;
import io.tikit.api.login.Origin;
import io.tikit.api.login.Password;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.login.SessionToken;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.ImportReport;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.Role;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.tck.Await;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mails for passwords, second factors, keys for programs, and acting as somebody else. */
class LoginWaysScenarioTest extends LoginDesk {
    private static final Origin ROBOT = Origin.api("198.51.100.9", "robot");

    private Logins door() {
        return desk.tikit.logins(desk.tenant, HOME);
    }

    private SessionToken enrol(User user) {
        PasswordMail mail = desk.admin.loginAdministration().passwordMail(user.id());
        return in(door().setPassword(mail.token(), Password.of(FIRST)));
    }

    private static SessionToken in(LoginResult result) {
        return ((LoginResult.SignedIn) result).token();
    }

    private LoginResult signIn(User user, String password) {
        return door().signIn(user.person().email(), Password.of(password));
    }

    private Desk as(SessionToken token) {
        return desk.tikit.as(door().caller(token));
    }

    private Desk as(Origin origin, ApiKeySecret secret) {
        return desk.tikit.as(desk.tikit.logins(desk.tenant, origin).caller(secret));
    }

    private static ErrorCode code(Callable<?> call) {
        try {
            call.call();
            return ErrorCode.INTERNAL_ERROR;
        } catch (TikitException e) {
            return e.code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<String> told(User user) {
        return desk.admin.loginAdministration().history(Optional.of(user.id()), PageRequest.first(100)).items().stream()
                .map(line -> line.what().kind() + " " + line.what().detail())
                .toList();
    }

    private PasswordMail asked(String name) {
        List<PasswordMail> mails = new CopyOnWriteArrayList<>();
        door().requestReset(name, mails::add);
        Await.until("a mail", () -> !mails.isEmpty());
        return mails.get(0);
    }

    @Test
    @Requirement("REQ-UM-007")
    void passwordIsResetByAMailOnce() {
        SessionToken before = enrol(desk.emily);
        PasswordMail mail = asked("emily@ACME.example");
        assertThat(mail.user()).isEqualTo(desk.emily);
        assertThat(mail.invitation()).isFalse();
        assertThat(code(() -> door().setPassword(mail.token(), Password.of("short"))))
                .isEqualTo(ErrorCode.INVALID_COMMAND);
        assertThat(as(in(door().setPassword(mail.token(), Password.of(SECOND))))
                        .people()
                        .me())
                .contains(desk.emily);
        assertThat(code(() -> as(before))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(door().setPassword(mail.token(), Password.of("nine slow horses")))
                .isEqualTo(new LoginResult.Refused());
        assertThat(signIn(desk.emily, FIRST)).isEqualTo(new LoginResult.Refused());
        assertThat(told(desk.emily)).contains("TOKEN_SENT asked", "PASSWORD_SET by_mail", "SIGNED_IN mail");

        clock.advance(Duration.ofHours(5));
        PasswordMail late = asked(desk.emily.person().email());
        TenantId other = desk.tikit.tenants().create("other", Person.of("Olga", "olga@other.example"));
        assertThat(desk.tikit.logins(other, HOME).setPassword(late.token(), Password.of(FIRST)))
                .isEqualTo(new LoginResult.Refused());
        clock.advance(Duration.ofHours(1));
        assertThat(door().setPassword(late.token(), Password.of(FIRST))).isEqualTo(new LoginResult.Refused());
    }

    /** Nobody learns whether there is somebody, and nobody is flooded with mails. */
    @Test
    void mailsAreFewAndTellNothing() {
        enrol(desk.emily);
        List<PasswordMail> mails = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            door().requestReset(desk.emily.person().email(), mails::add);
            door().requestReset("nobody@acme.example", mails::add);
        }
        Await.until("three mails", () -> mails.size() == 3);
        door().requestReset("another@acme.example", mail -> mails.clear());
        assertThat(mails).hasSize(3).allSatisfy(mail -> assertThat(mail.user()).isEqualTo(desk.emily));
        assertThat(door().setPassword(mails.get(0).token(), Password.of(SECOND)))
                .as("an older mail")
                .isEqualTo(new LoginResult.Refused());
        assertThat(door().setPassword(OneTimeToken.of("guessed"), Password.of(SECOND)))
                .isEqualTo(new LoginResult.Refused());
    }

    @Test
    @Requirement("REQ-UM-009")
    void codeOfAnAppIsTheSecondFactor() {
        SessionToken token = enrol(desk.emily);
        TotpSetUp setUp = as(token).login().factors().beginTotp("Phone");
        assertThat(setUp.uri()).startsWith("otpauth://totp/acme:Emily%40acme.example?secret=" + setUp.secret());
        assertThat(code(() -> as(token).login().factors().finishTotp(setUp.continuation(), "000000")))
                .isEqualTo(ErrorCode.LOGIN_REFUSED);
        as(token).login().factors().finishTotp(setUp.continuation(), totp(setUp));
        assertThat(as(token).login().factors().list())
                .extracting(f -> f.label())
                .containsExactly("Phone");

        LoginResult.SecondFactorNeeded needed = (LoginResult.SecondFactorNeeded) signIn(desk.emily, FIRST);
        assertThat(needed.ways()).containsExactly(Way.TOTP);
        assertThat(code(() ->
                        door().caller(SessionToken.of(needed.continuation().value()))))
                .as("half a sign-in is none")
                .isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(door().answer(needed.continuation(), Way.TOTP, totp(setUp)))
                .as("a code that was used")
                .isEqualTo(new LoginResult.Refused());
        clock.advance(Duration.ofSeconds(30));
        String code = totp(setUp);
        List<LoginResult> answers = Together.all(IntStream.range(0, 3)
                .<Callable<LoginResult>>mapToObj(i -> () -> door().answer(needed.continuation(), Way.TOTP, code))
                .toList());
        assertThat(answers.stream().filter(LoginResult.SignedIn.class::isInstance))
                .hasSize(1);
        LoginResult.SecondFactorNeeded again = (LoginResult.SecondFactorNeeded) signIn(desk.emily, FIRST);
        assertThat(door().answer(again.continuation(), Way.TOTP, code)).isEqualTo(new LoginResult.Refused());
        assertThat(told(desk.emily)).contains("SIGNED_IN password_totp", "REFUSED wrong_code", "FACTOR_ADDED totp");
    }

    /** The right password before each wrong code does not start the count anew. */
    @Test
    @Requirement("REQ-UM-009")
    void codesCannotBeTriedAtLength() {
        SessionToken token = enrol(desk.emily);
        TotpSetUp setUp = as(token).login().factors().beginTotp("Phone");
        as(token).login().factors().finishTotp(setUp.continuation(), totp(setUp));
        int looked = 0;
        for (int i = 0; i < 30; i++) {
            if (signIn(desk.emily, FIRST) instanceof LoginResult.SecondFactorNeeded needed) {
                door().answer(needed.continuation(), Way.TOTP, "12345" + i % 10);
                looked++;
            }
        }
        assertThat(looked).isLessThanOrEqualTo(5);
        assertThat(told(desk.emily)).contains("LOCKED wrong_code");
    }

    @Test
    @Requirement("REQ-UM-009")
    void recoveryCodesDoOnceAndAReset() {
        SessionToken token = enrol(desk.emily);
        TotpSetUp setUp = as(token).login().factors().beginTotp("Phone");
        as(token).login().factors().finishTotp(setUp.continuation(), totp(setUp));
        List<String> old = as(token).login().factors().makeRecoveryCodes();
        List<String> codes = as(token).login().factors().makeRecoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        assertThat(recovered(old.get(0))).isEqualTo(new LoginResult.Refused());
        assertThat(recovered(codes.get(0).toLowerCase(Locale.ROOT).replace("-", " ")))
                .isInstanceOf(LoginResult.SignedIn.class);
        assertThat(recovered(codes.get(0))).isEqualTo(new LoginResult.Refused());
        PasswordMail mail = desk.admin.loginAdministration().passwordMail(desk.emily.id());
        assertThat(door().setPassword(mail.token(), Password.of(SECOND)))
                .as("a mail is no second factor")
                .isInstanceOf(LoginResult.SecondFactorNeeded.class);
        desk.admin.loginAdministration().removeFactors(desk.emily.id());
        assertThat(signIn(desk.emily, SECOND)).isInstanceOf(LoginResult.SignedIn.class);
    }

    private LoginResult recovered(String code) {
        Continuation continuation = ((LoginResult.SecondFactorNeeded) signIn(desk.emily, FIRST)).continuation();
        return door().answer(continuation, Way.RECOVERY_CODE, code);
    }

    @Test
    @Requirement("REQ-UM-009")
    void rolesMustHaveASecondFactor() {
        SessionToken token = enrol(desk.agent);
        desk.admin
                .configuration()
                .save(SaveDocument.of(LoginPolicy.KIND, "default", "Sign-in", "{\"secondFactor\": [\"agent\"]}"));
        LoginResult.SecondFactorSetUpNeeded needed = (LoginResult.SecondFactorSetUpNeeded) signIn(desk.agent, FIRST);
        TotpSetUp setUp = door().beginTotp(needed.continuation(), "Phone");
        assertThat(door().finishTotp(setUp.continuation(), "000000")).isEqualTo(new LoginResult.Refused());
        SessionToken strong = in(door().finishTotp(setUp.continuation(), totp(setUp)));
        assertThat(as(strong).people().me()).contains(desk.agent);
        assertThat(signIn(desk.agent, FIRST)).isInstanceOf(LoginResult.SecondFactorNeeded.class);
        assertThat(code(() -> as(token))).as("from before it was demanded").isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(code(() -> {
                    as(strong)
                            .login()
                            .factors()
                            .remove(as(strong).login().factors().list().get(0).id(), Password.of("?"));
                    return true;
                }))
                .isEqualTo(ErrorCode.LOGIN_REFUSED);
    }

    @Test
    @Requirement("REQ-UM-012")
    void programComesInByAKeyWithinItsScope() {
        MadeApiKey made = desk.as(desk.agent)
                .login()
                .keys()
                .make(NewApiKey.of("Robot", Set.of(Permission.TICKET_SEE, Permission.PEOPLE_SEE)));
        Ticket ticket = desk.ticket("Printer jams");
        Desk robot = as(ROBOT, made.secret());
        assertThat(robot.tickets().get(ticket.id()).id()).isEqualTo(ticket.id());
        assertThat(robot.people().me()).contains(desk.agent);
        assertThat(code(() -> robot.tickets().create(CreateTicket.of("x", desk.agent.id()))))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(code(() -> robot.login().keys().make(made.key().settings()))).isEqualTo(ErrorCode.NOT_PERMITTED);
        MadeApiKey blind =
                desk.as(desk.agent).login().keys().make(NewApiKey.of("Blind", Set.of(Permission.PEOPLE_SEE)));
        assertThat(code(() -> as(ROBOT, blind.secret()).tickets().get(ticket.id())))
                .isEqualTo(ErrorCode.TICKET_NOT_FOUND);
        assertThat(code(() -> desk.as(desk.emily)
                        .login()
                        .keys()
                        .make(NewApiKey.of("More", Set.of(Permission.PEOPLE_CHANGE)))))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(desk.as(desk.agent).login().keys().own())
                .extracting(ApiKey::settings)
                .extracting(NewApiKey::name)
                .containsExactly("Blind", "Robot");
        ApiKey shown = desk.as(desk.agent).login().keys().own().get(1);
        assertThat(shown.usedAt()).isPresent();
        assertThat(made.secret().value()).startsWith(shown.shown());
        assertThat(told(desk.agent).stream().filter("KEY_USED api_key"::equals)).hasSize(2);
    }

    /** A call that takes long does not outlive what the caller came with. */
    @Test
    void keyThatIsRevokedImportsAndExportsNoFurther() throws IOException {
        NewApiKey wish = NewApiKey.of("Robot", Set.of(Permission.PEOPLE_SEE, Permission.PEOPLE_CHANGE))
                .lasting(Duration.ofDays(10));
        StringBuilder lines = new StringBuilder("name,email\n");
        for (int i = 0; i < 250; i++) {
            lines.append("Many,many").append(i).append("@key.example\n");
        }
        TransferSource file = () -> new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
        MadeApiKey key = desk.as(desk.manager).login().keys().make(wish);
        Desk robot = as(ROBOT, key.secret());
        List<Long> told = new ArrayList<>();
        ImportReport dry = robot.peopleTransfer().check(TransferFormat.CSV, file, line -> true);
        assertThat(code(() -> robot.peopleTransfer().read(TransferFormat.CSV, file, dry.plan(), line -> {
                    told.add(line.line());
                    if (line.line() == 101) {
                        desk.as(desk.manager).login().keys().revoke(key.key().id());
                    }
                    return true;
                })))
                .isEqualTo(ErrorCode.LOGIN_ENDED);
        // The key holds less than the role of customers, so its lines are refused; the units count.
        assertThat(told).hasSize(100);

        ImportReport again = desk.admin.peopleTransfer().check(TransferFormat.CSV, file, line -> true);
        desk.admin.peopleTransfer().read(TransferFormat.CSV, file, again.plan(), line -> true);
        MadeApiKey second = desk.as(desk.manager).login().keys().make(wish);
        Desk other = as(ROBOT, second.secret());
        OutputStream to = new OutputStream() {
            private boolean revoked;

            @Override
            public void write(int b) {
                if (!revoked) {
                    revoked = true;
                    desk.as(desk.manager).login().keys().revoke(second.key().id());
                }
            }
        };
        assertThat(code(() -> other.peopleTransfer()
                        .write(TransferFormat.CSV, Set.of(PersonColumn.NAME, PersonColumn.EMAIL), to)))
                .isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    @Test
    @Requirement("REQ-UM-012")
    void keysEndRotateAndAreRevoked() {
        NewApiKey wish = NewApiKey.of("Robot", Set.of(Permission.PEOPLE_SEE)).lasting(Duration.ofDays(10));
        MadeApiKey first = desk.as(desk.agent).login().keys().make(wish);
        MadeApiKey second =
                desk.as(desk.agent).login().keys().rotate(first.key().id(), Duration.ofHours(1));
        assertThat(second.key().settings()).isEqualTo(wish);
        assertThat(as(ROBOT, first.secret()).people().me()).isPresent();
        assertThat(as(ROBOT, second.secret()).people().me()).isPresent();
        clock.advance(Duration.ofHours(1));
        assertThat(code(() -> as(ROBOT, first.secret()))).isEqualTo(ErrorCode.LOGIN_ENDED);
        Desk robot = as(ROBOT, second.secret());
        assertThat(code(() -> {
                    desk.as(desk.emily).login().keys().revoke(second.key().id());
                    return true;
                }))
                .isEqualTo(ErrorCode.LOGIN_NOT_FOUND);
        desk.as(desk.agent).login().keys().revoke(second.key().id());
        assertThat(code(() -> robot.people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
        MadeApiKey third = desk.as(desk.agent).login().keys().make(wish);
        clock.advance(Duration.ofDays(10));
        assertThat(code(() -> as(ROBOT, third.secret()))).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    @Test
    @Requirement("REQ-UM-012")
    void keysAreBoundToAddressesRatesAndTenants() {
        MadeApiKey made = desk.as(desk.agent)
                .login()
                .keys()
                .make(NewApiKey.of("Robot", Set.of(Permission.PEOPLE_SEE))
                        .from(Set.of("198.51.100.0/24"))
                        .perMinute(5));
        assertThat(code(() -> as(HOME, made.secret()))).isEqualTo(ErrorCode.LOGIN_ENDED);
        String value = made.secret().value();
        String typo = value.substring(0, 20) + (value.charAt(20) == 'x' ? 'y' : 'x') + value.substring(21);
        assertThat(code(() -> as(ROBOT, ApiKeySecret.of(typo)))).isEqualTo(ErrorCode.LOGIN_ENDED);
        TenantId other = desk.tikit.tenants().create("other", Person.of("Olga", "olga@other.example"));
        assertThat(code(() -> desk.tikit.logins(other, ROBOT).caller(made.secret())))
                .isEqualTo(ErrorCode.LOGIN_ENDED);
        Desk robot = as(ROBOT, made.secret());
        for (int i = 0; i < 5; i++) {
            robot.people().user(desk.agent.id());
        }
        assertThat(code(() -> robot.people().user(desk.agent.id()))).isEqualTo(ErrorCode.LOGIN_RATE);
        clock.advance(Duration.ofSeconds(12));
        assertThat(robot.people().user(desk.agent.id())).isPresent();
        assertThat(code(() -> robot.people().user(desk.agent.id()))).isEqualTo(ErrorCode.LOGIN_RATE);
    }

    @Test
    @Requirement("REQ-UM-012")
    void servicesHaveKeysOfTheirOwn() {
        MadeApiKey made = desk.admin
                .login()
                .keys()
                .makeForService(
                        "nightly",
                        Role.AGENT,
                        NewApiKey.of(
                                "Nightly",
                                Set.of(
                                        Permission.TICKET_CREATE_FOR_OTHERS,
                                        Permission.TICKET_CREATE,
                                        Permission.TICKET_SEE)));
        Ticket ticket = as(ROBOT, made.secret()).tickets().create(CreateTicket.of("Disk full", desk.emily.id()));
        desk.settle();
        assertThat(events.stream()
                        .filter(event -> event.subject().equals(ticket.id().value())))
                .extracting(Event::actor)
                .containsExactly(new Actor.Service("nightly", Role.AGENT));
        assertThat(code(() -> desk.as(desk.manager)
                        .login()
                        .keys()
                        .makeForService("x", Role.AGENT, made.key().settings())))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(desk.admin.login().keys().all())
                .extracting(ApiKey::id)
                .containsExactly(made.key().id());
    }

    @Test
    @Requirement("REQ-UM-005")
    void actingAsSomebodyIsToldBothWays() {
        Ticket ticket = desk.ticket("Printer jams");
        User ada = desk.admin.people().me().orElseThrow();
        LoginResult.SignedIn acting =
                desk.admin.login().actAs(new ActAs(desk.emily.id(), "She asked for it", Duration.ofHours(1)));
        Desk asEmily = as(acting.token());
        assertThat(asEmily.people().me()).contains(desk.emily);
        assertThat(asEmily.tickets().get(ticket.id()).id()).isEqualTo(ticket.id());
        assertThat(code(() -> asEmily.people().users(PageRequest.first(1)))).isEqualTo(ErrorCode.NOT_PERMITTED);
        Ticket made = asEmily.tickets().create(CreateTicket.of("Toner low", desk.emily.id()));
        assertThat(code(() -> {
                    asEmily.login().changePassword(Password.of(FIRST), Password.of(SECOND));
                    return true;
                }))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        door().signOut(acting.token());
        assertThat(code(() -> asEmily.people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
        desk.settle();
        Event created = events.stream()
                .filter(event -> event.subject().equals(made.id().value()))
                .findFirst()
                .orElseThrow();
        assertThat(created.actor()).isEqualTo(new Actor.User(ada.id()));
        assertThat(created.onBehalfOf()).contains(desk.emily.id());
        assertThat(events.stream()
                        .filter(event -> event.subject().equals(desk.emily.id().value())))
                .extracting(Event::type)
                .containsSubsequence(EventTypes.LOGIN_ACTING_BEGAN, EventTypes.LOGIN_ACTING_ENDED);
        assertThat(told(desk.emily)).containsExactly("ACTING_ENDED ", "ACTING_BEGAN ");
        assertThat(told(ada)).containsExactly("ACTING_ENDED as_other", "ACTING_BEGAN as_other");

        assertThat(code(() -> desk.as(desk.manager).login().actAs(new ActAs(ada.id(), "?", Duration.ofHours(1)))))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(code(() -> desk.admin.login().actAs(new ActAs(desk.emily.id(), " ", Duration.ofDays(1)))))
                .isEqualTo(ErrorCode.INVALID_CALL);
        LoginResult.SignedIn again =
                desk.admin.login().actAs(new ActAs(desk.emily.id(), "Once more", Duration.ofMinutes(10)));
        clock.advance(Duration.ofMinutes(10));
        assertThat(code(() -> as(again.token()))).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    /** Whatever was handed out, no event tells it. */
    @Test
    void noEventHoldsASecret() {
        SessionToken token = enrol(desk.emily);
        TotpSetUp setUp = as(token).login().factors().beginTotp("Phone");
        as(token).login().factors().finishTotp(setUp.continuation(), totp(setUp));
        List<String> codes = as(token).login().factors().makeRecoveryCodes();
        MadeApiKey key = as(token).login().keys().make(NewApiKey.of("Mine", Set.of(Permission.TICKET_SEE)));
        as(ROBOT, key.secret()).people().me();
        PasswordMail mail = asked(desk.emily.person().email());
        desk.settle();
        String told = events.stream()
                .map(event -> event + " " + event.changes() + " " + event.facts())
                .reduce("", String::concat);
        assertThat(told).contains("login.key_made", "login.factor_added", "login.mail_made");
        assertThat(List.of(
                        token.value(),
                        setUp.secret(),
                        codes.get(0),
                        key.secret().value(),
                        mail.token().value(),
                        FIRST))
                .noneMatch(told::contains);
        assertThat(List.of(setUp, key, mail, door().caller(token)).toString())
                .doesNotContain(token.value())
                .doesNotContain(setUp.secret())
                .doesNotContain(key.secret().value())
                .doesNotContain(mail.token().value());
    }

    /** What the app shows now. */
    private String totp(TotpSetUp setUp) {
        return TotpApp.code(setUp, clock.instant());
    }
}

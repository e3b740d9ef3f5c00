package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginResult.Way;
import io.tikit.api.login.Logins;
import io.tikit.api.login.PasskeyRequest;
import io.tikit.api.login.Password;
import io.tikit.api.login.SecondFactor;
import io.tikit.api.login.SessionToken;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import io.tikit.tck.login.SoftAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People come in by the passkeys of their devices, after a password or without one. */
class PasskeyScenarioTest extends LoginDesk {
    private static final LoginResult REFUSED = new LoginResult.Refused();
    private static final String AT = "https://desk.example";
    private static final String ON =
            "\"passkeys\": {\"relyingParty\": \"desk.example\", \"origins\": [\"https://desk.example\"]";

    private final SoftAuthenticator device = new SoftAuthenticator(AT);

    @BeforeEach
    void takePasskeys() {
        policy("{" + ON + ", \"alone\": true}}");
    }

    private void policy(String body) {
        desk.admin.configuration().save(SaveDocument.of(LoginPolicy.KIND, "default", "Sign-in", body));
    }

    private Logins door() {
        return desk.tikit.logins(desk.tenant, HOME);
    }

    private SessionToken enrol(User user) {
        return in(door().setPassword(
                        desk.admin.loginAdministration().passwordMail(user.id()).token(), Password.of(FIRST)));
    }

    private static SessionToken in(LoginResult result) {
        assertThat(result).isInstanceOf(LoginResult.SignedIn.class);
        return ((LoginResult.SignedIn) result).token();
    }

    private Desk as(SessionToken token) {
        return desk.tikit.as(door().caller(token));
    }

    private SecondFactor add(SessionToken token, SoftAuthenticator browser, String label) {
        PasskeyRequest request = as(token).login().factors().beginPasskey(label);
        return as(token).login().factors().finishPasskey(request.continuation(), browser.create(request.options()));
    }

    private LoginResult.SecondFactorNeeded half(User user) {
        return (LoginResult.SecondFactorNeeded) door().signIn(user.person().email(), Password.of(FIRST));
    }

    private PasskeyRequest asked(User user) {
        return door().passkeys().begin(half(user).continuation());
    }

    private LoginResult second(User user, SoftAuthenticator browser) {
        return answered(asked(user), browser);
    }

    private LoginResult answered(PasskeyRequest request, SoftAuthenticator browser) {
        return door().passkeys().finish(request.continuation(), browser.use(request.options()));
    }

    private LoginResult alone(SoftAuthenticator browser) {
        return answered(door().passkeys().begin(), browser);
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

    @Test
    @Requirement("REQ-UM-009")
    void passkeyIsTheSecondFactor() {
        SessionToken token = enrol(desk.emily);
        SecondFactor added = add(token, device, "Key ring");
        assertThat(added.way()).isEqualTo(Way.PASSKEY);
        LoginResult.SecondFactorNeeded needed = half(desk.emily);
        assertThat(needed.ways()).containsExactly(Way.PASSKEY);
        assertThat(door().answer(needed.continuation(), Way.PASSKEY, "{}")).isEqualTo(REFUSED);
        PasskeyRequest request = door().passkeys().begin(needed.continuation());
        assertThat(request.options()).contains(device.credential());
        assertThat(as(in(answered(request, device))).people().me()).contains(desk.emily);
        assertThat(door().passkeys().finish(request.continuation(), device.use(request.options())))
                .as("a round that is over")
                .isEqualTo(REFUSED);
        assertThat(code(() -> door().passkeys().begin(needed.continuation())))
                .as("the sign-in is over")
                .isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(told(desk.emily)).contains("FACTOR_ADDED passkey", "SIGNED_IN password_passkey");
        desk.settle();
        assertThat(events.stream().map(Event::type)).contains(EventTypes.LOGIN_FACTOR_ADDED);
        assertThat(as(token).login().factors().list().get(0).usedAt()).contains(clock.instant());
        assertThat(request.toString())
                .doesNotContain(request.continuation().value())
                .doesNotContain("challenge");
    }

    @Test
    @Requirement("REQ-UM-009")
    void passkeyAloneLetsInWhereThePolicyAllowsIt() {
        add(enrol(desk.emily), device, "Phone");
        assertThat(as(in(alone(device))).people().me()).contains(desk.emily);
        assertThat(told(desk.emily).get(0)).isEqualTo("SIGNED_IN passkey");
        assertThat(alone(device.user(true, false)))
                .as("whose user is not verified")
                .isEqualTo(REFUSED);
        assertThat(told(desk.emily).get(0)).isEqualTo("REFUSED passkey_verification");
        assertThat(second(desk.emily, device)).as("after a password").isInstanceOf(LoginResult.SignedIn.class);
        device.user(true, true);
        PasskeyRequest before = door().passkeys().begin();
        policy("{" + ON + ", \"verified\": true}}");
        assertThat(code(() -> door().passkeys().begin())).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(answered(before, device)).isEqualTo(REFUSED);
        assertThat(second(desk.emily, device.user(true, false))).isEqualTo(REFUSED);
        assertThat(second(desk.emily, device.user(true, true))).isInstanceOf(LoginResult.SignedIn.class);
    }

    /** Each lie is refused, and the history tells which it was. */
    @Test
    @Requirement("REQ-UM-009")
    void whatIsNotOfTheOwnerHereAndNowIsRefused() {
        add(enrol(desk.emily), device, "Phone");
        SoftAuthenticator oscars = new SoftAuthenticator(AT);
        add(enrol(desk.oscar), oscars, "Phone");

        assertThat(second(desk.emily, device.at("https://evil.example"))).isEqualTo(REFUSED);
        assertThat(second(desk.emily, device.at(AT).relyingParty("evil.example")))
                .isEqualTo(REFUSED);
        assertThat(told(desk.emily)).startsWith("REFUSED passkey_relying_party", "REFUSED passkey_origin");
        desk.admin.loginAdministration().unlock(desk.emily.id());
        device.relyingParty("desk.example");
        assertThat(second(desk.emily, device.tampers(true))).isEqualTo(REFUSED);
        device.tampers(false);
        assertThat(second(desk.emily, oscars)).isEqualTo(REFUSED);
        assertThat(told(desk.emily)).startsWith("REFUSED passkey_credential", "REFUSED passkey_signature");
        desk.admin.loginAdministration().unlock(desk.emily.id());

        PasskeyRequest first = asked(desk.emily);
        PasskeyRequest other = asked(desk.emily);
        assertThat(door().passkeys().finish(other.continuation(), device.use(first.options())))
                .as("the answer to another round")
                .isEqualTo(REFUSED);
        assertThat(told(desk.emily)).startsWith("REFUSED passkey_challenge");
        clock.advance(Duration.ofMinutes(5));
        assertThat(answered(first, device)).as("too late").isEqualTo(REFUSED);

        TenantId elsewhere = desk.tikit.tenants().create("other", Person.of("Olga", "olga@other.example"));
        PasskeyRequest here = door().passkeys().begin();
        assertThat(desk.tikit
                        .logins(elsewhere, HOME)
                        .passkeys()
                        .finish(here.continuation(), device.use(here.options())))
                .isEqualTo(REFUSED);
        assertThat(alone(device)).isInstanceOf(LoginResult.SignedIn.class);
    }

    /** A passkey of another desk is none here, although its owner's handle and id may be copied. */
    @Test
    @Requirement("REQ-UM-009")
    void passkeysBelongToTheirTenant() {
        add(enrol(desk.emily), device, "Phone");
        Person olga = Person.of("Olga", "olga@other.example");
        TenantId other = desk.tikit.tenants().create("other", olga);
        Desk hers = desk.tikit.as(Caller.of(other, olga));
        hers.configuration()
                .save(SaveDocument.of(LoginPolicy.KIND, "default", "Sign-in", "{" + ON + ", \"alone\": true}}"));
        PasskeyRequest request = desk.tikit.logins(other, HOME).passkeys().begin();
        assertThat(desk.tikit
                        .logins(other, HOME)
                        .passkeys()
                        .finish(request.continuation(), device.use(request.options())))
                .isEqualTo(REFUSED);
    }

    /** A count that stays or goes back is that of a copy. */
    @Test
    @Requirement("REQ-UM-009")
    void copiedDeviceShowsByItsCounter() {
        add(enrol(desk.emily), device.counter(10), "Phone");
        assertThat(second(desk.emily, device.counter(20))).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(second(desk.emily, device.counter(20))).as("the same count").isEqualTo(REFUSED);
        assertThat(second(desk.emily, device.counter(5))).as("going back").isEqualTo(REFUSED);
        assertThat(second(desk.emily, device.counter(-1)))
                .as("no count any more")
                .isEqualTo(REFUSED);
        assertThat(told(desk.emily).get(0)).isEqualTo("REFUSED passkey_counter");
        assertThat(second(desk.emily, device.counter(21))).isInstanceOf(LoginResult.SignedIn.class);

        SoftAuthenticator plain = new SoftAuthenticator(AT).counter(-1);
        add(enrol(desk.oscar), plain, "Phone");
        assertThat(second(desk.oscar, plain)).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(second(desk.oscar, plain))
                .as("a device that does not count")
                .isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    @Requirement("REQ-UM-009")
    void challengeIsUsedOnceByHoweverMany() {
        add(enrol(desk.emily), device, "Phone");
        PasskeyRequest request = door().passkeys().begin();
        String response = device.use(request.options());
        List<LoginResult> answers = Together.all(IntStream.range(0, 4)
                .<Callable<LoginResult>>mapToObj(i -> () -> door().passkeys().finish(request.continuation(), response))
                .toList());
        assertThat(answers.stream().filter(LoginResult.SignedIn.class::isInstance))
                .hasSize(1);
        PasskeyRequest wrong = door().passkeys().begin();
        assertThat(door().passkeys().finish(wrong.continuation(), "rubbish")).isEqualTo(REFUSED);
        assertThat(answered(wrong, device)).as("used up by the wrong answer").isEqualTo(REFUSED);
        assertThat(door().passkeys().finish(half(desk.emily).continuation(), device.use(wrong.options())))
                .as("no round at all")
                .isEqualTo(REFUSED);
        assertThat(door().answer(door().passkeys().begin().continuation(), Way.PASSKEY, response))
                .isEqualTo(REFUSED);
    }

    /** Wrong passkeys count like wrong passwords, and the count outlives the right password. */
    @Test
    @Requirement("REQ-UM-009")
    void passkeysCannotBeTriedAtLength() {
        add(enrol(desk.emily), device, "Phone");
        device.tampers(true);
        for (int i = 0; i < 5; i++) {
            assertThat(second(desk.emily, device)).isEqualTo(REFUSED);
        }
        assertThat(told(desk.emily)).startsWith("LOCKED passkey_signature");
        assertThat(alone(device.tampers(false))).as("right, but locked").isEqualTo(REFUSED);
        clock.advance(Duration.ofHours(1));
        assertThat(alone(device)).isInstanceOf(LoginResult.SignedIn.class);

        for (int i = 0; i < 99; i++) {
            door().passkeys().begin();
        }
        assertThat(code(() -> IntStream.range(0, 3)
                        .mapToObj(i -> door().passkeys().begin())
                        .toList()))
                .isEqualTo(ErrorCode.LOGIN_RATE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(alone(device)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    @Requirement("REQ-UM-009")
    void ownersLookAfterTheirPasskeys() {
        SessionToken token = enrol(desk.agent);
        add(token, device, "Phone");
        assertThat(code(() -> add(token, device, "The same"))).isEqualTo(ErrorCode.LOGIN_REFUSED);
        SoftAuthenticator ring = new SoftAuthenticator(AT);
        LoginId second = add(token, ring, "Ring").id();
        as(token).login().factors().rename(second, "Key ring");
        assertThat(as(token).login().factors().list())
                .extracting(SecondFactor::label)
                .containsExactly("Phone", "Key ring");
        PasskeyRequest request = as(token).login().factors().beginPasskey("Stolen");
        SessionToken oscars = enrol(desk.oscar);
        assertThat(code(() -> as(oscars)
                        .login()
                        .factors()
                        .finishPasskey(request.continuation(), new SoftAuthenticator(AT).create(request.options()))))
                .as("of somebody else")
                .isEqualTo(ErrorCode.LOGIN_REFUSED);

        SessionToken strong = in(second(desk.agent, device));
        policy("{" + ON + "}, \"secondFactor\": [\"agent\"]}");
        as(strong).login().factors().remove(second);
        LoginId last = as(strong).login().factors().list().get(0).id();
        assertThat(code(() -> removed(strong, last))).as("the last one").isEqualTo(ErrorCode.INVALID_CALL);
        clock.advance(Duration.ofMinutes(16));
        assertThat(code(() -> removed(strong, last))).isEqualTo(ErrorCode.LOGIN_NOT_FRESH);
        assertThat(code(() -> add(strong, ring, "Ring"))).isEqualTo(ErrorCode.LOGIN_NOT_FRESH);
        assertThat(code(() -> as(strong).login().factors().beginTotp("App"))).isEqualTo(ErrorCode.LOGIN_NOT_FRESH);
        assertThat(code(() -> as(strong).login().factors().makeRecoveryCodes())).isEqualTo(ErrorCode.LOGIN_NOT_FRESH);
        policy("{" + ON + "}}");
        as(strong).login().factors().remove(last, Password.of(FIRST));
        assertThat(as(strong).login().factors().list()).isEmpty();
        assertThat(told(desk.agent)).contains("FACTOR_REMOVED by_owner");
    }

    private boolean removed(SessionToken token, LoginId factor) {
        as(token).login().factors().remove(factor);
        return true;
    }

    @Test
    @Requirement("REQ-UM-009")
    void whoMustHaveAFactorSetsAPasskeyUp() {
        enrol(desk.agent);
        policy("{" + ON + "}, \"secondFactor\": [\"agent\"]}");
        Continuation mine = setUp();
        Continuation attackers = setUp();
        TotpSetUp app = door().beginTotp(setUp(), "Phone of an attacker");
        PasskeyRequest request = door().passkeys().beginSetUp(mine, "Phone");
        PasskeyRequest late = door().passkeys().beginSetUp(attackers, "Phone of an attacker");
        assertThat(door().passkeys().finish(request.continuation(), "{}")).isEqualTo(REFUSED);
        PasskeyRequest again = door().passkeys().beginSetUp(mine, "Phone");
        SessionToken token = in(door().passkeys().finish(again.continuation(), device.create(again.options())));
        assertThat(as(token).people().me()).contains(desk.agent);
        assertThat(second(desk.agent, device)).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(door().passkeys().finish(late.continuation(), new SoftAuthenticator(AT).create(late.options())))
                .as("there is a factor by now, so a password does not do to add another one")
                .isEqualTo(REFUSED);
        assertThat(door().finishTotp(app.continuation(), TotpApp.code(app, clock.instant())))
                .isEqualTo(REFUSED);
        assertThat(as(token).login().factors().list()).hasSize(1);
    }

    private Continuation setUp() {
        return ((LoginResult.SecondFactorSetUpNeeded)
                        door().signIn(desk.agent.person().email(), Password.of(FIRST)))
                .continuation();
    }

    @Test
    @Requirement("REQ-UM-009")
    void whoLeavesOrLosesADeviceIsOut() {
        add(enrol(desk.emily), device, "Phone");
        PasskeyRequest open = door().passkeys().begin();
        PasskeyRequest half = asked(desk.emily);
        desk.admin.people().updateUser(UpdateUser.of(desk.emily.id()).withActive(false));
        assertThat(answered(open, device)).isEqualTo(REFUSED);
        assertThat(told(desk.emily).get(0)).isEqualTo("REFUSED inactive");
        desk.admin.people().updateUser(UpdateUser.of(desk.emily.id()).withActive(true));
        assertThat(answered(half, device)).as("begun before she left").isEqualTo(REFUSED);
        assertThat(alone(device)).isInstanceOf(LoginResult.SignedIn.class);

        desk.admin.loginAdministration().removeFactors(desk.emily.id());
        assertThat(alone(device)).isEqualTo(REFUSED);
        assertThat(door().signIn(desk.emily.person().email(), Password.of(FIRST)))
                .isInstanceOf(LoginResult.SignedIn.class);
    }

    /** Passkeys of an earlier relying party are shown by no browser; they do not become a way around the second factor. */
    @Test
    void anotherRelyingPartyLeavesTheSecondFactor() {
        SessionToken token = enrol(desk.emily);
        add(token, device, "Phone");
        List<String> codes = as(token).login().factors().makeRecoveryCodes();
        PasskeyRequest open = door().passkeys().begin();
        policy("{\"passkeys\": {\"relyingParty\": \"help.example\", \"origins\": [\"https://help.example\"],"
                + " \"alone\": true}}");
        assertThat(answered(open, device)).isEqualTo(REFUSED);
        assertThat(code(() -> asked(desk.emily))).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(alone(device.at("https://help.example"))).isEqualTo(REFUSED);
        policy("{}");
        assertThat(code(() -> asked(desk.emily))).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(code(() -> as(token).login().factors().beginPasskey("x"))).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(door().answer(half(desk.emily).continuation(), Way.RECOVERY_CODE, codes.get(0)))
                .isInstanceOf(LoginResult.SignedIn.class);
    }

    /** Passkeys that no browser shows are no factor that somebody could rely on. */
    @Test
    @Requirement("REQ-UM-009")
    void deadPasskeyIsNotTheLastFactor() {
        SessionToken token = enrol(desk.agent);
        add(token, device, "Phone");
        String moved = "\"passkeys\": {\"relyingParty\": \"help.example\", \"origins\": [\"https://help.example\"]}";
        policy("{" + moved + "}");
        SoftAuthenticator ring = new SoftAuthenticator("https://help.example");
        LoginId living = add(token, ring, "Ring").id();
        SessionToken strong = in(second(desk.agent, ring));
        policy("{" + moved + ", \"secondFactor\": [\"agent\"]}");
        LoginId dead = as(strong).login().factors().list().stream()
                .map(SecondFactor::id)
                .filter(id -> !id.equals(living))
                .findFirst()
                .orElseThrow();
        assertThat(code(() -> removed(strong, living))).isEqualTo(ErrorCode.INVALID_CALL);
        as(strong).login().factors().remove(dead);
        assertThat(as(strong).login().factors().list())
                .extracting(SecondFactor::id)
                .containsExactly(living);
    }

    /** Where nobody must have a factor, dead ones go with the last that lives: else they would lock their owner out. */
    @Test
    void deadPasskeysGoWithTheLastThatLives() {
        SessionToken token = enrol(desk.agent);
        add(token, device, "Phone");
        policy("{}");
        TotpSetUp app = as(token).login().factors().beginTotp("App");
        LoginId living = as(token)
                .login()
                .factors()
                .finishTotp(app.continuation(), TotpApp.code(app, clock.instant()))
                .id();
        as(token).login().factors().remove(living);
        assertThat(as(token).login().factors().list()).isEmpty();
        in(door().signIn(desk.agent.person().email(), Password.of(FIRST)));
    }

    /** Whatever was begun before factors were taken away adds none after it, at the door or within a session. */
    @Test
    @Requirement("REQ-UM-009")
    void nothingBegunBeforeAResetOfFactorsAddsOne() {
        SessionToken token = enrol(desk.agent);
        PasskeyRequest own = as(token).login().factors().beginPasskey("Phone");
        TotpSetUp app = as(token).login().factors().beginTotp("App");
        policy("{" + ON + "}, \"secondFactor\": [\"agent\"]}");
        Continuation step = setUp();
        PasskeyRequest atDoor = door().passkeys().beginSetUp(setUp(), "Phone");
        desk.admin.loginAdministration().removeFactors(desk.agent.id());
        assertThat(door().passkeys().finish(atDoor.continuation(), device.create(atDoor.options())))
                .isEqualTo(REFUSED);
        assertThat(code(() -> door().beginTotp(step, "App"))).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(code(() ->
                        as(token).login().factors().finishPasskey(own.continuation(), device.create(own.options()))))
                .isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(code(() ->
                        as(token).login().factors().finishTotp(app.continuation(), TotpApp.code(app, clock.instant()))))
                .isEqualTo(ErrorCode.LOGIN_ENDED);
        PasskeyRequest after = door().passkeys().beginSetUp(setUp(), "Phone");
        in(door().passkeys().finish(after.continuation(), device.create(after.options())));
        desk.admin.loginAdministration().removeFactors(desk.agent.id());
        assertThat(setUp()).as("gone with its factors").isNotNull();
    }

    @Test
    void policyNamesOriginsOfItsRelyingParty() {
        for (String passkeys : List.of(
                "{\"relyingParty\": \"https://desk.example\", \"origins\": [\"https://desk.example\"]}",
                "{\"relyingParty\": \"desk.example\"}",
                "{\"origins\": [\"https://desk.example\"]}",
                "{\"relyingParty\": \"desk.example\", \"origins\": [\"http://desk.example\"]}",
                "{\"relyingParty\": \"desk.example\", \"origins\": [\"https://evildesk.example\"]}",
                "{\"relyingParty\": \"desk.example\", \"origins\": [\"https://desk.example/\"]}",
                "{\"relyingParty\": \"desk.example\", \"origins\": [\"https://desk.example:443\"]}")) {
            assertThat(code(() -> desk.admin
                            .configuration()
                            .save(SaveDocument.of(
                                    LoginPolicy.KIND, "default", "Sign-in", "{\"passkeys\": " + passkeys + "}"))))
                    .as(passkeys)
                    .isEqualTo(ErrorCode.INVALID_COMMAND);
        }
        policy("{\"passkeys\": {\"relyingParty\": \"desk.example\", \"origins\": [\"https://desk.example:8443\","
                + " \"https://help.desk.example\"]}}");
        policy("{\"passkeys\": {\"relyingParty\": \"localhost\", \"origins\": [\"http://localhost:8080\"]}}");
    }
}

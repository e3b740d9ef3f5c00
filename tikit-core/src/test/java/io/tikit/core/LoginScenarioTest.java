package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.Logins;
import io.tikit.api.login.Origin;
import io.tikit.api.login.Password;
import io.tikit.api.login.SessionToken;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Role;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People whom the host does not know sign in at the desk. */
class LoginScenarioTest extends LoginDesk {
    private static final Origin ELSEWHERE = Origin.web("198.51.100.9", "Tool");

    private Logins from(Origin origin) {
        return desk.tikit.logins(desk.tenant, origin);
    }

    /** Gives somebody a password of their own. */
    private SessionToken enrol(User user) {
        desk.admin.loginAdministration().setPassword(user.id(), Password.of("given by the desk"));
        LoginResult first = from(HOME).signIn(user.person().email(), Password.of("given by the desk"));
        LoginResult then = from(HOME)
                .changePassword(((LoginResult.PasswordChangeNeeded) first).continuation(), Password.of(FIRST));
        return ((LoginResult.SignedIn) then).token();
    }

    private Optional<SessionToken> signIn(Origin origin, User user, String password) {
        return from(origin).signIn(user.person().email(), Password.of(password)) instanceof LoginResult.SignedIn in
                ? Optional.of(in.token())
                : Optional.empty();
    }

    private Desk as(SessionToken token) {
        return desk.tikit.as(from(HOME).caller(token));
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

    private List<LoginEntry> history(User user) {
        return desk.admin
                .loginAdministration()
                .history(Optional.of(user.id()), PageRequest.first(100))
                .items();
    }

    private List<String> told(User user) {
        return history(user).stream()
                .map(line -> line.what().kind() + " " + line.what().detail())
                .toList();
    }

    @Test
    @Requirement("REQ-UM-007")
    void somebodySignsInByPasswordAndWorksAsThemselves() {
        SessionToken token = enrol(desk.emily);

        Desk hers = as(token);
        assertThat(hers.people().me()).contains(desk.emily);
        assertThat(hers.tickets()
                        .create(CreateTicket.of("Printer jams", desk.emily.id()))
                        .requester())
                .isEqualTo(desk.emily.id());
        assertThat(signIn(HOME, desk.emily, FIRST)).isPresent();
        assertThat(from(HOME).signIn("EMILY@acme.example", Password.of(FIRST)))
                .isInstanceOf(LoginResult.SignedIn.class);
        assertThat(signIn(HOME, desk.emily, FIRST + " ")).isEmpty();
        from(HOME).signOut(token);
        assertThat(code(() -> hers.people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(code(() -> from(HOME).caller(token))).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    /** Whoever is refused hears the same for whatever reason; the history tells them apart. */
    @Test
    @Requirement("REQ-UM-007")
    void refusalsDoNotTellWhy() {
        enrol(desk.emily);
        enrol(desk.oscar);
        desk.admin.people().updateUser(UpdateUser.of(desk.oscar.id()).withActive(false));

        List<LoginResult> answers = List.of(
                from(ELSEWHERE).signIn("nobody@acme.example", Password.of(FIRST)),
                from(ELSEWHERE).signIn("", Password.of("")),
                from(ELSEWHERE).signIn("\u0000".repeat(10_000), Password.of("x".repeat(100_000))),
                from(ELSEWHERE).signIn(desk.agent.person().email(), Password.of(FIRST)),
                from(ELSEWHERE).signIn(desk.emily.person().email(), Password.of(SECOND)),
                from(ELSEWHERE).signIn(desk.oscar.person().email(), Password.of(FIRST)));

        assertThat(answers).containsOnly(new LoginResult.Refused());
        assertThat(desk.admin
                        .loginAdministration()
                        .history(Optional.empty(), PageRequest.first(6))
                        .items())
                .extracting(line -> line.what().detail())
                .containsExactly(
                        "inactive", "wrong_password", "no_password", "unknown_name", "unknown_name", "unknown_name");
        assertThat(history(desk.emily).get(0).origin()).isEqualTo(ELSEWHERE);
    }

    /** After the free failures even the right password waits, ever longer; time opens again, and nobody is kept out for ever. */
    @Test
    @Requirement({"REQ-UM-007"})
    void failuresLockForAWhile() {
        enrol(desk.emily);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(ELSEWHERE, desk.emily, "wrong " + i)).isEmpty();
        }
        assertThat(signIn(ELSEWHERE, desk.emily, FIRST)).as("locked").isEmpty();
        assertThat(told(desk.emily)).startsWith("LOCKED wrong_password", "REFUSED wrong_password");
        assertThat(signIn(HOME, desk.emily, FIRST))
                .as("from where she has come before")
                .isPresent();

        for (int i = 0; i < 5; i++) {
            assertThat(signIn(ELSEWHERE, desk.oscar, "wrong " + i)).isEmpty();
        }
        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn(ELSEWHERE, desk.oscar, "wrong again")).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        assertThat(told(desk.oscar).stream().filter("LOCKED no_password"::equals))
                .hasSize(2);
        assertThat(signIn(ELSEWHERE, desk.oscar, "not looked at")).isEmpty();
        assertThat(told(desk.oscar).stream().filter("LOCKED no_password"::equals))
                .as("a try within the wait does not make it longer")
                .hasSize(2);
        desk.settle();
        clock.advance(Duration.ofMinutes(20));
        desk.admin.loginAdministration().setPassword(desk.oscar.id(), Password.of("given by the desk"));
        assertThat(from(ELSEWHERE).signIn(desk.oscar.person().email(), Password.of("given by the desk")))
                .isInstanceOf(LoginResult.PasswordChangeNeeded.class);
    }

    /** Names that nobody has are locked the same way, so that a lock does not tell that somebody is there. */
    @Test
    void namesOfNobodyCountAlike() {
        for (int i = 0; i < 8; i++) {
            from(ELSEWHERE).signIn("nobody@acme.example", Password.of("wrong"));
            from(HOME).signIn(desk.emily.person().email(), Password.of("wrong"));
        }
        List<LoginEntry> all = desk.admin
                .loginAdministration()
                .history(Optional.empty(), PageRequest.first(100))
                .items();
        assertThat(all.stream()
                        .filter(line -> line.user().isEmpty())
                        .map(line -> line.what().kind()))
                .containsExactly(Kind.LOCKED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED);
        assertThat(history(desk.emily))
                .extracting(line -> line.what().kind())
                .containsExactly(Kind.LOCKED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED);
    }

    /** However many try at once, no more tries are looked at than one after the other. */
    @Test
    @Requirement("REQ-UM-007")
    void tryingAtOnceDoesNotHelp() {
        Together.all(IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    signIn(ELSEWHERE, desk.emily, "wrong " + i);
                    return true;
                })
                .toList());
        assertThat(told(desk.emily).stream().filter(line -> line.startsWith("REFUSED")))
                .hasSize(5);
    }

    @Test
    void anAdministratorUnlocks() {
        enrol(desk.emily);
        for (int i = 0; i < 5; i++) {
            signIn(ELSEWHERE, desk.emily, "wrong");
        }
        desk.admin.loginAdministration().unlock(desk.emily.id());
        assertThat(signIn(ELSEWHERE, desk.emily, FIRST)).isPresent();
        assertThat(told(desk.emily)).contains("UNLOCKED by_administrator");
        for (int i = 0; i < 5; i++) {
            signIn(HOME, desk.emily, "wrong");
        }
        assertThat(signIn(HOME, desk.emily, FIRST))
                .as("locked where she has come from before")
                .isEmpty();
        desk.admin.loginAdministration().unlock(desk.emily.id());
        assertThat(signIn(HOME, desk.emily, FIRST)).isPresent();
        assertThat(history(desk.emily).stream()
                        .filter(line -> line.what().kind() == Kind.UNLOCKED)
                        .findFirst()
                        .orElseThrow()
                        .by())
                .isEqualTo(desk.admin.people().me().map(User::id));
    }

    @Test
    @Requirement({"REQ-UM-010", "REQ-UM-011"})
    void sessionsEndIdleAndAtTheLatest() {
        SessionToken idle = enrol(desk.emily);
        Caller caller = from(HOME).caller(idle);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(29));
            assertThat(desk.tikit.as(caller).people().me()).isPresent();
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(code(() -> desk.tikit.as(caller).people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);

        SessionToken busy = signIn(HOME, desk.emily, FIRST).orElseThrow();
        for (int minutes = 0; minutes < 700; minutes += 20) {
            as(busy).people().me();
            clock.advance(Duration.ofMinutes(20));
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(code(() -> as(busy).people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    /** A shorter limit counts for sessions that are there already. */
    @Test
    @Requirement("REQ-UM-011")
    void limitsOfSessionsAreThePolicys() {
        SessionToken token = enrol(desk.emily);
        policy("{\"sessions\": {\"idleMinutes\": 2, \"absoluteMinutes\": 5}}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(as(token).people().me()).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(code(() -> as(token).people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    @Test
    @Requirement("REQ-UM-010")
    void sessionsAreListedAndRevoked() {
        SessionToken first = enrol(desk.emily);
        clock.advance(Duration.ofSeconds(1));
        SessionToken second = signIn(ELSEWHERE, desk.emily, FIRST).orElseThrow();
        clock.advance(Duration.ofSeconds(1));
        SessionToken third = signIn(HOME, desk.emily, FIRST).orElseThrow();
        List<LoginSession> listed = as(first).login().sessions();
        assertThat(listed).extracting(LoginSession::origin).containsExactly(HOME, ELSEWHERE, HOME);
        as(first).login().revoke(listed.get(1).id());
        assertThat(code(() -> from(ELSEWHERE).caller(second))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(as(first).login().revokeOthers()).isEqualTo(1);
        assertThat(code(() -> as(third))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(as(first).people().me()).isPresent();
        SessionToken oscars = enrol(desk.oscar);
        as(first).login().revoke(as(oscars).login().sessions().get(0).id());
        assertThat(as(oscars).people().me()).as("of somebody else").isPresent();
        assertThat(desk.as(desk.manager).loginAdministration().revokeAll(desk.emily.id()))
                .isEqualTo(1);
        assertThat(code(() -> as(first))).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    @Test
    void changingThePasswordEndsOtherSessions() {
        SessionToken mine = enrol(desk.emily);
        SessionToken other = signIn(ELSEWHERE, desk.emily, FIRST).orElseThrow();
        assertThat(code(() -> {
                    as(mine).login().changePassword(Password.of("wrong"), Password.of(SECOND));
                    return true;
                }))
                .isEqualTo(ErrorCode.LOGIN_REFUSED);
        as(mine).login().changePassword(Password.of(FIRST), Password.of(SECOND));
        assertThat(as(mine).people().me()).isPresent();
        assertThat(code(() -> as(other))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(signIn(HOME, desk.emily, FIRST)).isEmpty();
        assertThat(signIn(HOME, desk.emily, SECOND)).isPresent();
    }

    @Test
    @Requirement("REQ-UM-010")
    void passwordsKeepTheRulesOfTheDesk() {
        SessionToken token = enrol(desk.emily);
        policy("{\"passwords\": {\"shortest\": 10, \"kinds\": 3, \"remembered\": 2, \"oldestDays\": 30}}");
        assertThat(violations(token, "short")).containsExactly("password_length", "password_kinds");
        assertThat(violations(token, "Loves-emily-1")).containsExactly("password_personal");
        assertThat(violations(token, "Seven-horses")).isEmpty();
        as(token).login().changePassword(Password.of("Seven-horses"), Password.of("Eight-horses"));
        assertThatThrownBy(() ->
                        as(token).login().changePassword(Password.of("Eight-horses"), Password.of("Seven-horses")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("last 2");
        as(token).login().changePassword(Password.of("Eight-horses"), Password.of("Nine+horses"));
        as(token).login().changePassword(Password.of("Nine+horses"), Password.of("Seven-horses"));
        clock.advance(Duration.ofDays(30));
        assertThat(from(HOME).signIn(desk.emily.person().email(), Password.of("Seven-horses")))
                .isInstanceOf(LoginResult.PasswordChangeNeeded.class);
    }

    private List<String> violations(SessionToken token, String next) {
        try {
            as(token).login().changePassword(Password.of(FIRST), Password.of(next));
            return List.of();
        } catch (InvalidException e) {
            return e.violations().stream().map(Violation::key).toList();
        }
    }

    @Test
    void administratorsComeFromTheirAddressesOnly() {
        User ada = desk.admin.people().me().orElseThrow();
        SessionToken token = enrol(ada);
        policy("{\"adminAddresses\": [\"192.0.2.0/28\", \"2001:db8::/33\"]}");
        assertThat(as(token).people().me()).isPresent();
        assertThat(signIn(Origin.web("::ffff:192.0.2.15", ""), ada, FIRST)).isPresent();
        assertThat(signIn(Origin.web("2001:db8:7fff::1", ""), ada, FIRST)).isPresent();
        for (String address : List.of("192.0.2.16", "2001:db8:8000::1", "", "evil", "192.0.2.7, 10.0.0.1")) {
            assertThat(signIn(Origin.web(address, ""), ada, FIRST)).as(address).isEmpty();
            assertThat(code(() -> from(Origin.web(address, "")).caller(token)))
                    .as(address)
                    .isEqualTo(ErrorCode.LOGIN_ENDED);
        }
        assertThatThrownBy(() -> policy("{\"adminAddresses\": [\"192.0.2.0/33\"]}"))
                .isInstanceOf(InvalidException.class);
    }

    private void policy(String body) {
        desk.admin.configuration().save(SaveDocument.of(LoginPolicy.KIND, "default", "Sign-in", body));
    }

    @Test
    void sessionsBelongToTheirTenant() {
        SessionToken token = enrol(desk.emily);
        TenantId other = desk.tikit.tenants().create("other", Person.of("Olga", "olga@other.example"));
        assertThat(code(() -> desk.tikit.logins(other, HOME).caller(token))).isEqualTo(ErrorCode.LOGIN_ENDED);
        Caller forged = new Caller(
                other,
                from(HOME).caller(token).actor(),
                Optional.empty(),
                HOME.channel(),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                "");
        assertThat(code(() -> desk.tikit.as(forged).people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(desk.tikit.logins(other, HOME).signIn(desk.emily.person().email(), Password.of(FIRST)))
                .isEqualTo(new LoginResult.Refused());
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        SessionToken token = enrol(desk.emily);
        Desk hers = as(token);
        desk.admin.people().updateUser(UpdateUser.of(desk.emily.id()).withActive(false));
        assertThat(code(() -> hers.people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(code(() -> hers.tickets().create(CreateTicket.of("x", desk.emily.id()))))
                .isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    @Test
    void othersAreLookedAfterByThoseWhoMay() {
        enrol(desk.emily);
        User ada = desk.admin.people().me().orElseThrow();
        assertThat(code(() -> desk.as(desk.agent).loginAdministration().revokeAll(desk.emily.id())))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(code(() -> desk.as(desk.manager).loginAdministration().revokeAll(ada.id())))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(code(() -> desk.as(desk.agent)
                        .loginAdministration()
                        .history(Optional.of(desk.emily.id()), PageRequest.first(1))))
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(desk.as(desk.emily).login().history(PageRequest.first(1)).items())
                .extracting(line -> line.what().kind())
                .containsExactly(Kind.SIGNED_IN);
    }

    /** A host that knows its people itself goes on as before. */
    @Test
    void thePrincipalOfTheHostPassesThrough() {
        Caller caller = Caller.of(desk.tenant, Person.of("Nina", "nina@acme.example"));
        assertThat(desk.tikit.as(caller).people().me().orElseThrow().name()).isEqualTo("Nina");
        assertThat(desk.tikit.as(caller).caller()).isEqualTo(caller);
        assertThat(desk.as(desk.emily).people().me()).contains(desk.emily);
    }

    @Test
    @Requirement("REQ-UM-005")
    void historyTellsWhoCameWhenAndFromWhere() {
        enrol(desk.emily);
        clock.advance(Duration.ofHours(1));
        signIn(ELSEWHERE, desk.emily, FIRST);
        LoginEntry last = history(desk.emily).get(0);
        assertThat(last.what()).isEqualTo(new LoginEntry.Happening(Kind.SIGNED_IN, "password"));
        assertThat(last.origin()).isEqualTo(ELSEWHERE);
        assertThat(last.at()).isEqualTo(clock.instant());
        assertThat(told(desk.emily))
                .containsExactly(
                        "SIGNED_IN password",
                        "SIGNED_IN password",
                        "PASSWORD_SET at_sign_in",
                        "PASSWORD_SET by_administrator");
        desk.settle();
        assertThat(events.stream()
                        .filter(event -> event.subject().equals(desk.emily.id().value())))
                .extracting(Event::type)
                .contains(EventTypes.LOGIN_SUCCEEDED, EventTypes.LOGIN_PASSWORD_SET);
    }

    @Test
    void secretsHaveNoText() {
        SessionToken token = enrol(desk.emily);
        LoginResult in = from(HOME).signIn(desk.emily.person().email(), Password.of(FIRST));
        assertThat(in.toString())
                .doesNotContain(((LoginResult.SignedIn) in).token().value());
        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(Password.of(FIRST).toString()).doesNotContain(FIRST);
        assertThat(from(HOME).caller(token).toString()).doesNotContain(token.value());
    }

    @Test
    @Requirement("REQ-UM-005")
    void hostsReportTheirOwnLogins() {
        from(HOME).report(desk.emily.id(), Kind.SIGNED_IN, "kerberos");
        from(HOME).report(desk.emily.id(), Kind.REFUSED, "expired_ticket");
        List<LoginEntry> lines =
                desk.as(desk.emily).login().history(PageRequest.first(10)).items();
        assertThat(lines).extracting(line -> line.what().detail()).containsExactly("expired_ticket", "kerberos");
        assertThat(lines.get(0).origin()).isEqualTo(HOME);
        assertThat(code(() -> {
                    from(HOME).report(desk.emily.id(), Kind.UNLOCKED, "x");
                    return true;
                }))
                .isEqualTo(ErrorCode.INVALID_CALL);
    }

    @Test
    void callerOfTheHostIsNoLogin() {
        assertThat(code(() -> desk.service(Role.ADMIN).login().sessions())).isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(desk.tikit
                        .as(Caller.of(desk.tenant, desk.emily.id()))
                        .login()
                        .sessions())
                .isEmpty();
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.login.ActAs;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.Logins;
import io.tikit.api.login.OneTimeToken;
import io.tikit.api.login.Password;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.login.SessionToken;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.InviteUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.tck.Await;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People come, change and go while sessions and mails of theirs are about. */
class LoginChangesScenarioTest extends LoginDesk {
    private static final LoginResult REFUSED = new LoginResult.Refused();

    private Logins door() {
        return desk.tikit.logins(desk.tenant, HOME);
    }

    private Desk as(SessionToken token) {
        return desk.tikit.as(door().caller(token));
    }

    private LoginResult set(OneTimeToken token) {
        return door().setPassword(token, Password.of(FIRST));
    }

    private static SessionToken in(LoginResult result) {
        assertThat(result).isInstanceOf(LoginResult.SignedIn.class);
        return ((LoginResult.SignedIn) result).token();
    }

    private PasswordMail mail(User user) {
        return desk.admin.loginAdministration().passwordMail(user.id());
    }

    private SessionToken acting(Desk who, User other) {
        return who.login()
                .actAs(new ActAs(other.id(), "She asked for it", Duration.ofMinutes(10)))
                .token();
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

    private void policy(String body) {
        desk.admin.configuration().save(SaveDocument.of(LoginPolicy.KIND, "default", "Sign-in", body));
    }

    /** Managers who may act as others and make them agents. */
    private void managersMayAct() {
        desk.admin.configuration().save(SaveDocument.of("role", "manager", "Manager", """
                {"grants": [{"effect": "allow",
                             "actions": ["ticket.*", "note.*", "people.see", "people.change", "login.act_as", "suggestion.*"]}]}
                """));
    }

    private User invited(String name) {
        return desk.admin.people().invite(new InviteUser(Person.of(name, name + "@acme.example"), Role.AGENT));
    }

    @Test
    @Requirement("REQ-UM-004")
    void whoeverIsInvitedComesByTheMail() {
        User bill = invited("Bill");
        PasswordMail first = mail(bill);
        assertThat(first.invitation()).isTrue();
        PasswordMail again = mail(bill);
        assertThat(set(first.token())).as("the one sent before").isEqualTo(REFUSED);
        assertThat(code(() -> door().setPassword(again.token(), Password.of("short"))))
                .isEqualTo(ErrorCode.INVALID_COMMAND);
        assertThat(state(bill)).isEqualTo(UserState.INVITED);
        assertThat(door().signIn("bill@acme.example", Password.of(FIRST))).isEqualTo(REFUSED);

        List<LoginResult> answers = Together.all(IntStream.range(0, 4)
                .<Callable<LoginResult>>mapToObj(i -> () -> set(again.token()))
                .toList());
        List<LoginResult> good =
                answers.stream().filter(LoginResult.SignedIn.class::isInstance).toList();
        assertThat(good).hasSize(1);
        assertThat(as(in(good.get(0))).people().me().orElseThrow().state()).isEqualTo(UserState.ACTIVE);
        assertThat(door().signIn("bill@acme.example", Password.of(FIRST))).isInstanceOf(LoginResult.SignedIn.class);
        desk.settle();
        assertThat(events.stream()
                        .filter(event -> event.subject().equals(bill.id().value()))
                        .map(Event::type))
                .containsSubsequence(EventTypes.USER_INVITED, EventTypes.USER_UPDATED, EventTypes.LOGIN_PASSWORD_SET);
    }

    private UserState state(User user) {
        return desk.admin.people().user(user.id()).orElseThrow().state();
    }

    @Test
    @Requirement("REQ-UM-004")
    void invitationsEnd() {
        User bill = invited("Bill");
        PasswordMail mail = mail(bill);
        List<PasswordMail> asked = new CopyOnWriteArrayList<>();
        door().requestReset("bill@acme.example", asked::add);
        clock.advance(Duration.ofDays(7));
        assertThat(set(mail.token())).as("too late").isEqualTo(REFUSED);
        assertThat(state(bill)).isEqualTo(UserState.INVITED);

        PasswordMail revoked = mail(bill);
        desk.admin.people().deactivate(DeactivateUser.unassigning(bill.id()));
        assertThat(set(revoked.token())).isEqualTo(REFUSED);
        assertThat(set(mail(bill).token())).as("who has left").isEqualTo(REFUSED);
        assertThat(state(bill)).isEqualTo(UserState.DEACTIVATED);

        User tess = invited("Tess");
        PasswordMail suspended = mail(tess);
        desk.admin.people().updateUser(UpdateUser.of(tess.id()).withActive(true));
        desk.admin.people().updateUser(UpdateUser.of(tess.id()).withActive(false));
        assertThat(set(suspended.token())).isEqualTo(REFUSED);
        assertThat(state(tess)).isEqualTo(UserState.SUSPENDED);
        assertThat(asked).as("only who is active asks for a mail").isEmpty();
    }

    @Test
    void whatWentToAWrongAddressLetsNobodyInOnceItIsCorrected() {
        User bill = invited("Bill");
        PasswordMail astray = mail(bill);
        desk.admin.people().updateUser(UpdateUser.of(bill.id()).withEmail("william@acme.example"));
        assertThat(set(astray.token())).isEqualTo(REFUSED);
        assertThat(set(mail(bill).token())).isInstanceOf(LoginResult.SignedIn.class);
    }

    /** An administrator who may come from one address only is not made active from elsewhere. */
    @Test
    void invitedAdministratorsComeFromWhereTheyMay() {
        User eve = desk.admin.people().invite(new InviteUser(Person.of("Eve", "eve@acme.example"), Role.ADMIN));
        policy("{\"adminAddresses\": [\"10.0.0.0/8\"]}");
        PasswordMail mail = mail(eve);
        assertThat(set(mail.token())).isEqualTo(REFUSED);
        assertThat(state(eve)).isEqualTo(UserState.INVITED);
        policy("{\"adminAddresses\": [\"192.0.2.0/24\"]}");
        assertThat(set(mail.token())).as("the token is still good").isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    @Requirement("REQ-UM-005")
    void actingThatRunsOutIsToldBothWaysWhenItIsNextUsed() {
        User ada = desk.admin.people().me().orElseThrow();
        SessionToken token = acting(desk.admin, desk.emily);
        Desk asEmily = as(token);
        clock.advance(Duration.ofMinutes(10));
        assertThat(told(desk.emily)).containsExactly("ACTING_BEGAN ");
        assertThat(code(() -> asEmily.people().me())).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(code(() -> as(token))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(told(desk.emily)).containsExactly("ACTING_ENDED ran_out", "ACTING_BEGAN ");
        assertThat(told(ada)).containsExactly("ACTING_ENDED as_other_ran_out", "ACTING_BEGAN as_other");
        desk.settle();
        assertThat(events.stream().filter(event -> event.type().equals(EventTypes.LOGIN_ACTING_ENDED)))
                .hasSize(1);
    }

    @Test
    @Requirement("REQ-UM-005")
    void actingThatRunsOutIsToldWithoutBeingUsed() {
        acting(desk.admin, desk.emily);
        acting(desk.admin, desk.oscar);
        clock.advance(Duration.ofDays(3));
        Await.until(
                "the end of acting",
                () -> told(desk.emily).size() == 2 && told(desk.oscar).size() == 2);
        assertThat(told(desk.emily)).containsExactly("ACTING_ENDED ran_out", "ACTING_BEGAN ");
    }

    @Test
    @Requirement("REQ-UM-005")
    void actingThatIsCutOffIsTold() {
        managersMayAct();
        SessionToken token = in(set(mail(desk.manager).token()));
        acting(as(token), desk.emily);
        desk.admin.loginAdministration().revokeAll(desk.manager.id());
        assertThat(told(desk.emily)).containsExactly("ACTING_ENDED revoked", "ACTING_BEGAN ");

        SessionToken later = acting(desk.as(desk.manager), desk.oscar);
        desk.admin.people().updateUser(UpdateUser.of(desk.oscar.id()).withActive(false));
        assertThat(code(() -> as(later))).isEqualTo(ErrorCode.USER_INACTIVE);
        assertThat(told(desk.oscar)).containsExactly("ACTING_ENDED ran_out", "ACTING_BEGAN ");

        acting(desk.as(desk.manager), desk.agent);
        desk.admin.people().updateUser(UpdateUser.of(desk.manager.id()).withActive(false));
        assertThat(told(desk.agent)).containsExactly("ACTING_ENDED left", "ACTING_BEGAN ");
    }

    /** Whoever acts as somebody does not rise with them, and does not outlast their own permission. */
    @Test
    @Requirement("REQ-UM-005")
    void actingGivesNoMoreThanOnesOwn() {
        managersMayAct();
        SessionToken risen = acting(desk.as(desk.manager), desk.agent);
        assertThat(as(risen).people().me()).contains(desk.agent);
        desk.admin.people().updateUser(UpdateUser.of(desk.agent.id()).withRole(Role.ADMIN));
        assertThat(code(() -> as(risen))).isEqualTo(ErrorCode.LOGIN_ENDED);

        SessionToken fallen = acting(desk.as(desk.manager), desk.emily);
        desk.admin.people().updateUser(UpdateUser.of(desk.manager.id()).withRole(Role.CUSTOMER));
        assertThat(code(() -> as(fallen))).isEqualTo(ErrorCode.LOGIN_ENDED);
    }

    /** A session by a password alone ends when a second factor is demanded of its role, or its user gets such a role. */
    @Test
    @Requirement("REQ-UM-009")
    void sessionsByOneFactorEndWhenTwoAreDemanded() {
        managersMayAct();
        SessionToken weak = in(set(mail(desk.agent).token()));
        SessionToken emilys = in(set(mail(desk.emily).token()));
        SessionToken acting = acting(as(in(set(mail(desk.manager).token()))), desk.agent);
        TotpSetUp app = as(weak).login().factors().beginTotp("Phone");
        as(weak).login().factors().finishTotp(app.continuation(), TotpApp.code(app, clock.instant()));
        clock.advance(Duration.ofSeconds(30));
        LoginResult.SecondFactorNeeded needed = (LoginResult.SecondFactorNeeded)
                door().signIn(desk.agent.person().email(), Password.of(FIRST));
        SessionToken strong =
                in(door().answer(needed.continuation(), LoginResult.Way.TOTP, TotpApp.code(app, clock.instant())));
        assertThat(as(weak).people().me()).isPresent();
        policy("{\"secondFactor\": [\"agent\"]}");
        assertThat(code(() -> as(weak))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(code(() -> as(acting))).as("as somebody of that role").isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(as(strong).people().me()).isPresent();
        assertThat(as(emilys).people().me()).isPresent();
        desk.admin.people().updateUser(UpdateUser.of(desk.emily.id()).withRole(Role.AGENT));
        assertThat(code(() -> as(emilys))).isEqualTo(ErrorCode.LOGIN_ENDED);
        assertThat(door().signIn(desk.emily.person().email(), Password.of(FIRST)))
                .isInstanceOf(LoginResult.SecondFactorSetUpNeeded.class);
    }
}

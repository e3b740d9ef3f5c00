package io.tikit.core.login;

import io.tikit.api.login.ActAs;
import io.tikit.api.login.ApiKeys;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.Origin;
import io.tikit.api.login.OwnFactors;
import io.tikit.api.login.OwnLogin;
import io.tikit.api.login.Password;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Grant;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.login.LoginToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways in of one caller. */
final class OwnLoginService implements OwnLogin {
    private final Supplier<Session> session;
    private final Entrance entrance;

    OwnLoginService(Supplier<Session> session, Entrance entrance) {
        this.session = session;
        this.entrance = entrance;
    }

    /** A user who signed in or whom the host vouches for, and nobody in their place. */
    static UserId oneself(Session who) {
        boolean direct = who.grant()
                .filter(grant ->
                        grant.actingFor().isPresent() || grant.permissions().isPresent())
                .isEmpty();
        return who.user().filter(id -> direct).orElseThrow(Door::notYourself);
    }

    private static UserId somebody(Session who) {
        return who.user().orElseThrow(Door::notYourself);
    }

    static Origin origin(Execution execution) {
        Session who = execution.session();
        return who.grant()
                .flatMap(grant ->
                        execution.unit().logins().tokens().find(grant.login().value()))
                .map(token -> Details.read(token.details()).origin())
                .orElse(new Origin("", "", who.caller().channel()));
    }

    @Override
    public void changePassword(Password present, Password next) {
        Session who = session.get();
        UserId id = oneself(who);
        OwnPassword.Verified known = new OwnPassword(entrance).verified(who, id, present);
        String accepted = entrance.passwords().accepted(next, known.user(), known.policy(), known.earlier());
        entrance.pipeline().apart(who, execution -> {
            Optional<LoginId> stays = who.grant().map(Grant::login);
            PasswordBook.set(execution, known.user(), accepted, known.policy(), false, stays);
            new LoginLog(execution, origin(execution)).write(Optional.of(id), Kind.PASSWORD_SET, "by_owner");
            return true;
        });
    }

    @Override
    public List<LoginSession> sessions() {
        Session who = session.get();
        UserId id = somebody(who);
        return entrance.reader().read(who.tenant(), unit -> entrance.sessions(unit, id));
    }

    @Override
    public void revoke(LoginId which) {
        Session who = session.get();
        UserId id = oneself(who);
        entrance.pipeline().apart(who, execution -> {
            Optional<LoginToken> found = execution
                    .unit()
                    .logins()
                    .tokens()
                    .find(which.value())
                    .filter(token -> token.kind() == LoginToken.Kind.SESSION
                            && token.user().equals(Optional.of(id)));
            if (found.isPresent()) {
                Origin origin = origin(execution);
                execution.unit().logins().tokens().delete(which.value());
                ActingBook.end(execution, which.value(), "revoked");
                new LoginLog(execution, origin).write(Optional.of(id), Kind.SESSIONS_REVOKED, "by_owner");
            }
            return true;
        });
    }

    @Override
    public int revokeOthers() {
        Session who = session.get();
        UserId id = oneself(who);
        return entrance.pipeline().apart(who, execution -> {
            int ended = SessionBook.endAll(execution, id, who.grant().map(Grant::login));
            if (ended > 0) {
                new LoginLog(execution, origin(execution)).write(Optional.of(id), Kind.SESSIONS_REVOKED, "by_owner");
            }
            return ended;
        });
    }

    @Override
    public Page<LoginEntry> history(PageRequest page) {
        Session who = session.get();
        return history(entrance, who, Optional.of(somebody(who)), page);
    }

    static Page<LoginEntry> history(Entrance entrance, Session who, Optional<UserId> user, PageRequest page) {
        return entrance.reader()
                .read(
                        who.tenant(),
                        unit -> IdCursors.page(
                                "logins " + who.tenant() + " "
                                        + user.map(UserId::toString).orElse("all"),
                                page,
                                (before, limit) -> unit.logins().history().page(user, before, limit),
                                LoginEntry::id));
    }

    @Override
    public OwnFactors factors() {
        return new OwnFactorsService(session, entrance);
    }

    @Override
    public ApiKeys keys() {
        return new ApiKeyService(session, entrance);
    }

    @Override
    public LoginResult.SignedIn actAs(ActAs wish) {
        Session who = session.get();
        return entrance.pipeline().apart(who, execution -> Acting.begin(execution, oneself(who), wish));
    }
}

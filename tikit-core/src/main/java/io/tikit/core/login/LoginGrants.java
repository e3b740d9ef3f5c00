package io.tikit.core.login;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginSession;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Grant;
import io.tikit.core.pipeline.Grants;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What sessions are worth, looked up at each call so that a revoked one ends at once on every node. */
@Singleton
final class LoginGrants implements Grants {
    private final Reader reader;
    private final Provider<Pipeline> pipeline;
    private final LoginPolicies policies;
    private final Time time;

    @Inject
    LoginGrants(Reader reader, Provider<Pipeline> pipeline, LoginPolicies policies, Time time) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.policies = policies;
        this.time = time;
    }

    /** A token that is good, with the user behind it. */
    private record Good(LoginToken token, User user, Optional<User> actingFor) {}

    @Override
    public Session settle(Caller caller, Actor.Login login, Session.@Nullable Reaction reaction) {
        Good good = reader.read(caller.tenant(), unit -> {
            LoginToken token = unit.logins().tokens().find(login.id().value()).orElseThrow(LoginGrants::ended);
            return good(unit, token);
        });
        touch(caller, good.token());
        User counts = good.actingFor().orElse(good.user());
        Optional<UserId> other = good.actingFor().map(User::id);
        return new Session(
                        other.map(caller::forUser).orElse(caller),
                        new Actor.User(good.user().id()),
                        counts.role(),
                        reaction)
                .by(new Grant(login.id(), other, Optional.empty()));
    }

    /** Refuses a session that is not good, or not from this address. */
    void check(UnitOfWork unit, LoginToken token, String address) {
        Good good = good(unit, token);
        if (!policies.mayCome(unit, good.user(), address)) {
            throw ended();
        }
    }

    private Good good(UnitOfWork unit, LoginToken token) {
        LoginPolicy policy = policies.of(unit);
        if (token.kind() != LoginToken.Kind.SESSION || !SessionBook.isGood(token, policy, time.instant())) {
            throw ended();
        }
        LoginSession session = SessionBook.of(token);
        User user = active(unit, session.user());
        return new Good(token, user, session.actingFor().map(id -> active(unit, id)));
    }

    private static User active(UnitOfWork unit, UserId id) {
        return unit.users().findAll(Set.of(id)).stream()
                .findFirst()
                .filter(User::active)
                .orElseThrow(() -> new NotPermittedException(
                        ErrorCode.USER_INACTIVE, "user " + id + " is unknown to this desk or not active"));
    }

    /** Rounded to the minute, so that a busy session writes seldom. */
    private void touch(Caller caller, LoginToken token) {
        Instant now = time.instant();
        Instant before = now.minus(SessionBook.TOUCH);
        if (token.times().seenAt().isAfter(before)) {
            return;
        }
        Session engine = new Session(caller, new Actor.Engine("login"), Role.ADMIN, null);
        pipeline.get()
                .apart(engine, execution -> execution.unit().logins().tokens().touch(token.id(), now, before));
    }

    static NotPermittedException ended() {
        return new NotPermittedException(
                ErrorCode.LOGIN_ENDED,
                "the session or key is unknown to this desk, ended or revoked, or not for this address; sign in again");
    }
}

package io.tikit.core.login;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.TenantId;
import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.login.ApiKey;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.login.Origin;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sessions are worth, looked up at each call so that a revoked one ends at once on every node. */
@Singleton
final class LoginGrants implements Grants {
    private static final Actor.Engine ENGINE = new Actor.Engine("login");
    private static final int MOST = 200;

    private final Reader reader;
    private final Provider<Pipeline> pipeline;
    private final LoginPolicies policies;
    private final CallRates rates;
    private final Time time;

    @Inject
    LoginGrants(Reader reader, Provider<Pipeline> pipeline, LoginPolicies policies, CallRates rates, Time time) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.policies = policies;
        this.rates = rates;
        this.time = time;
    }

    /** A token that is good, with the user behind it. */
    private record Good(LoginToken token, User user, Optional<User> actingFor) {}

    /** A key that is good, with the role of its holder. */
    private record Key(LoginToken token, ApiKey shown, Optional<User> user, Role role) {}

    private record Found(Optional<Key> key, Optional<Good> session) {}

    @Override
    public Session settle(Caller caller, Actor.Login login, Session.@Nullable Reaction reaction) {
        Found found = found(caller.tenant(), login.id().value());
        if (found.key().isPresent()) {
            return settle(caller, login, found.key().get(), reaction);
        }
        Good good = found.session().orElseThrow();
        touch(caller, good.token(), Optional.empty());
        User counts = good.actingFor().orElse(good.user());
        Optional<UserId> other = good.actingFor().map(User::id);
        return new Session(
                        other.map(caller::forUser).orElse(caller),
                        new Actor.User(good.user().id()),
                        counts.role(),
                        reaction)
                .by(new Grant(login.id(), other, Optional.empty()));
    }

    @Override
    public void requireGood(UnitOfWork unit, Grant grant) {
        LoginToken token = unit.logins().tokens().find(grant.login().value()).orElseThrow(LoginGrants::ended);
        if (token.kind() == LoginToken.Kind.API_KEY) {
            key(unit, token);
        } else {
            good(unit, token);
        }
    }

    private Found found(TenantId tenant, UUID login) {
        try {
            return reader.read(tenant, unit -> {
                LoginToken token = unit.logins().tokens().find(login).orElseThrow(LoginGrants::ended);
                return token.kind() == LoginToken.Kind.API_KEY
                        ? new Found(Optional.of(key(unit, token)), Optional.empty())
                        : new Found(Optional.empty(), Optional.of(good(unit, token)));
            });
        } catch (NotPermittedException e) {
            endIfOver(tenant, login);
            throw e;
        }
    }

    /** Writes the ends of all acting that is over, of which nobody has taken notice. */
    void endActing(TenantId tenant) {
        Optional<UUID> before = Optional.empty();
        do {
            Optional<UUID> from = before;
            List<LoginToken> marks = reader.read(
                    tenant, unit -> unit.logins().tokens().list(LoginToken.Kind.ACTING, Optional.empty(), from, MOST));
            marks.forEach(mark -> endIfOver(tenant, ActingBook.session(mark)));
            before = marks.size() < MOST
                    ? Optional.empty()
                    : Optional.of(marks.get(MOST - 1).id());
        } while (before.isPresent());
    }

    private void endIfOver(TenantId tenant, UUID session) {
        boolean over = reader.read(tenant, unit -> isActingOver(unit, session));
        if (over) {
            Session engine = new Session(Caller.of(tenant, ENGINE), ENGINE, Role.ADMIN, null);
            pipeline.get().apart(engine, execution -> {
                if (isActingOver(execution.unit(), session)) {
                    execution.unit().logins().tokens().delete(session);
                    ActingBook.end(execution, session, "ran_out");
                }
                return true;
            });
        }
    }

    private boolean isActingOver(UnitOfWork unit, UUID session) {
        if (ActingBook.find(unit, session).isEmpty()) {
            return false;
        }
        try {
            return unit.logins()
                    .tokens()
                    .find(session)
                    .map(token -> good(unit, token))
                    .isEmpty();
        } catch (NotPermittedException e) {
            return true;
        }
    }

    private Session settle(Caller caller, Actor.Login login, Key key, Session.@Nullable Reaction reaction) {
        NewApiKey settings = key.shown().settings();
        rates.take(login.id().value(), settings.perMinute());
        touch(caller, key.token(), Optional.of(key.shown()));
        Set<String> scope = settings.scope().stream().map(Permission::key).collect(Collectors.toUnmodifiableSet());
        return new Session(caller, key.shown().holder(), key.role(), reaction)
                .by(new Grant(login.id(), Optional.empty(), Optional.of(scope)));
    }

    /** Refuses a key that is not good, or not from this address. */
    void checkKey(UnitOfWork unit, LoginToken token, String address) {
        Key key = key(unit, token);
        if (!AddressList.of(key.shown().settings().addresses()).takes(address)
                || !key.user()
                        .map(user -> policies.mayCome(unit, user, address))
                        .orElse(true)) {
            throw ended();
        }
    }

    private Key key(UnitOfWork unit, LoginToken token) {
        if (token.kind() != LoginToken.Kind.API_KEY
                || !time.instant().isBefore(token.times().endsAt())) {
            throw ended();
        }
        ApiKey shown = ApiKeyBook.of(token);
        if (shown.holder() instanceof Actor.Service service) {
            return new Key(token, shown, Optional.empty(), service.role());
        }
        User user = active(unit, token.user().orElseThrow());
        return new Key(token, shown, Optional.of(user), user.role());
    }

    /** Refuses a session that is not good, or not from this address. */
    void check(TenantId tenant, LoginToken token, String address) {
        Good good = found(tenant, token.id()).session().orElseThrow(LoginGrants::ended);
        if (!reader.read(tenant, unit -> policies.mayCome(unit, good.user(), address))) {
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
        Optional<User> other = session.actingFor().map(id -> active(unit, id));
        // Roles and what the desk demands may have changed since the session began.
        boolean strong = !SessionBook.isByOneFactor(token)
                || Stream.concat(Stream.of(user), other.stream())
                        .noneMatch(one -> policy.secondFactor().contains(one.role()));
        if (!strong || !other.map(one -> policies.mayActAs(unit, user, one)).orElse(true)) {
            throw ended();
        }
        return new Good(token, user, other);
    }

    private static User active(UnitOfWork unit, UserId id) {
        return unit.users().findAll(Set.of(id)).stream()
                .findFirst()
                .filter(User::active)
                .orElseThrow(() -> new NotPermittedException(
                        ErrorCode.USER_INACTIVE, "user " + id + " is unknown to this desk or not active"));
    }

    /** Rounded to the minute, so that a busy session writes seldom. */
    private void touch(Caller caller, LoginToken token, Optional<ApiKey> key) {
        Instant now = time.instant();
        Instant before = now.minus(SessionBook.TOUCH);
        boolean first = key.filter(shown -> shown.usedAt().isEmpty()).isPresent();
        if (!first && token.times().seenAt().isAfter(before)) {
            return;
        }
        // A key that was never used was last seen when it was made, so its first use is at least a moment later.
        Instant at = now.isAfter(token.times().seenAt())
                ? now
                : token.times().seenAt().plusMillis(1);
        Instant unless = first ? token.times().madeAt().plusMillis(1) : before;
        Session engine = new Session(caller, ENGINE, Role.ADMIN, null);
        pipeline.get().apart(engine, execution -> {
            boolean done = execution.unit().logins().tokens().touch(token.id(), at, unless);
            if (done && first) {
                Origin origin = new Origin("", key.orElseThrow().shown(), caller.channel());
                new LoginLog(execution, origin).write(token.user(), LoginEntry.Kind.KEY_USED, "api_key");
            }
            return done;
        });
    }

    static NotPermittedException ended() {
        return new NotPermittedException(
                ErrorCode.LOGIN_ENDED,
                "the session or key is unknown to this desk, ended or revoked, or not for this address; sign in again");
    }
}

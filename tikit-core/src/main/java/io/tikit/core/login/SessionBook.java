package io.tikit.core.login;

import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.Origin;
import io.tikit.api.login.SessionToken;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.LoginToken.Kind;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sessions: begun, looked at, ended. A revoked session is deleted; the history tells of it. */
final class SessionBook {
    static final Duration TOUCH = Duration.ofMinutes(1);
    private static final String ACTING = "actingFor";
    private static final Set<String> ONE_FACTOR = Set.of("", "password", "mail");
    private static final int MOST = 200;

    private SessionBook() {}

    /** A session with the token that is shown once. */
    record Begun(SessionToken token, LoginSession session) {}

    static Begun begin(Execution execution, UserId user, Origin origin, LoginPolicy policy, String method) {
        Instant now = execution.time().instant();
        return begin(
                execution,
                user,
                Optional.empty(),
                origin,
                now.plus(policy.sessions().absolute()),
                method);
    }

    static Begun begin(
            Execution execution,
            UserId user,
            Optional<UserId> actingFor,
            Origin origin,
            Instant endsAt,
            String method) {
        Instant now = execution.time().instant();
        String secret = Secrets.random();
        Details details = Details.of(origin).with(Entrance.METHOD, method);
        if (actingFor.isPresent()) {
            details = details.with(ACTING, actingFor.get().toString());
        }
        LoginToken token = new LoginToken(
                execution.newId(),
                Kind.SESSION,
                Secrets.hash(secret),
                Optional.of(user),
                new LoginToken.Times(now, now, endsAt),
                details.text());
        execution.unit().logins().tokens().insert(token);
        return new Begun(SessionToken.of(secret), of(token));
    }

    static Optional<LoginToken> find(UnitOfWork unit, SessionToken token) {
        return unit.logins().tokens().find(Kind.SESSION, Secrets.hash(token.value()));
    }

    static LoginSession of(LoginToken token) {
        Details details = Details.read(token.details());
        return new LoginSession(
                new LoginId(token.id()),
                token.user().orElseThrow(),
                details.get(ACTING).map(UserId::of),
                details.origin(),
                token.times().madeAt(),
                token.times().seenAt(),
                token.times().endsAt());
    }

    static String method(LoginToken token) {
        return Details.read(token.details()).get(Entrance.METHOD).orElse("");
    }

    /** Whether it was begun without a second factor; a host that signs its people in itself answers for theirs. */
    static boolean isByOneFactor(LoginToken token) {
        return ONE_FACTOR.contains(method(token));
    }

    static boolean isGood(LoginToken token, LoginPolicy policy, Instant now) {
        return now.isBefore(token.times().endsAt())
                && now.isBefore(token.times().madeAt().plus(policy.sessions().absolute()))
                && now.isBefore(token.times().seenAt().plus(policy.sessions().idle()));
    }

    static List<LoginSession> list(UnitOfWork unit, UserId user, LoginPolicy policy, Instant now) {
        return unit.logins().tokens().list(Kind.SESSION, Optional.of(user), Optional.empty(), MOST).stream()
                .filter(token -> isGood(token, policy, now))
                .map(SessionBook::of)
                .toList();
    }

    static int endAll(Execution execution, UserId user, Optional<LoginId> but) {
        ActingBook.endAll(execution, user, but.map(LoginId::value), "revoked");
        return execution.unit().logins().tokens().deleteAll(Kind.SESSION, user, but.map(LoginId::value));
    }
}

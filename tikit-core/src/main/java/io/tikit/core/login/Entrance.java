package io.tikit.core.login;

import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.Origin;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.StoredPassword;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** What all doors share: the steps between a right password and a session. */
@Singleton
final class Entrance {
    /** Nobody has this id. */
    static final UserId NOBODY = new UserId(new UUID(0, 0));

    static final String PASSWORD = "password";
    static final String FACTOR = "factor";
    static final String SET_UP = "set_up";
    static final String NEXT = "next";
    static final String METHOD = "method";
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int EARLIER = 25;

    private final Pipeline pipeline;
    private final Reader reader;
    private final PasswordHasher hasher;
    private final PasswordBook passwords;
    private final LoginPolicies policies;
    private final LoginGrants grants;
    private final Factors factors;
    private final PasskeyBook passkeys;
    private final Arrivals arrivals;
    private final Executor executor;
    private final Time time;

    @Inject
    Entrance(
            Pipeline pipeline,
            Reader reader,
            PasswordHasher hasher,
            PasswordBook passwords,
            LoginPolicies policies,
            LoginGrants grants,
            Factors factors,
            PasskeyBook passkeys,
            Arrivals arrivals,
            Executor executor,
            Time time) {
        this.pipeline = pipeline;
        this.reader = reader;
        this.hasher = hasher;
        this.passwords = passwords;
        this.policies = policies;
        this.grants = grants;
        this.factors = factors;
        this.passkeys = passkeys;
        this.arrivals = arrivals;
        this.executor = executor;
        this.time = time;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    Reader reader() {
        return reader;
    }

    PasswordHasher hasher() {
        return hasher;
    }

    PasswordBook passwords() {
        return passwords;
    }

    LoginPolicies policies() {
        return policies;
    }

    LoginGrants grants() {
        return grants;
    }

    Factors factors() {
        return factors;
    }

    PasskeyBook passkeys() {
        return passkeys;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    TotpSteps totp() {
        return new TotpSteps(factors);
    }

    Executor executor() {
        return executor;
    }

    Instant now() {
        return time.instant();
    }

    Throttle throttle(Execution execution) {
        return new Throttle(
                execution.unit().logins().guards(),
                policies.of(execution.unit()).lockOut(),
                execution.time().instant());
    }

    /**
     * Somebody on the way in.
     *
     * @param user who
     * @param policy what the desk demands
     * @param keys what was counted for them
     * @param method by which means so far
     */
    record Progress(User user, LoginPolicy policy, Throttle.Keys keys, String method) {}

    /** A step that was begun. */
    record Step(LoginToken token, User user, LoginPolicy policy, String method, List<StoredPassword> earlier) {}

    List<LoginSession> sessions(UnitOfWork unit, UserId user) {
        return SessionBook.list(unit, user, policies.of(unit), time.instant());
    }

    static boolean isToBeChanged(StoredPassword password, LoginPolicy policy, Instant now) {
        Duration oldest = policy.passwords().oldest();
        return password.mustChange()
                || (!oldest.isZero() && !now.isBefore(password.setAt().plus(oldest)));
    }

    Continuation step(Execution execution, Progress so, String next, Origin origin) {
        Instant now = execution.time().instant();
        String secret = Secrets.random();
        execution
                .unit()
                .logins()
                .tokens()
                .insert(new LoginToken(
                        execution.newId(),
                        LoginToken.Kind.STEP,
                        Secrets.hash(secret),
                        Optional.of(so.user().id()),
                        new LoginToken.Times(now, now, now.plus(STEP)),
                        Details.of(origin)
                                .with(NEXT, next)
                                .with(METHOD, so.method())
                                .text()));
        return new Continuation(secret);
    }

    /** The step that a continuation names, if it is good for what comes next. */
    Optional<Step> find(Session engine, Continuation continuation, String next) {
        return pipeline.apart(engine, execution -> {
            Instant now = execution.time().instant();
            return execution
                    .unit()
                    .logins()
                    .tokens()
                    .find(LoginToken.Kind.STEP, Secrets.hash(continuation.value()))
                    .filter(token -> now.isBefore(token.times().endsAt()))
                    .flatMap(token -> step(execution, token, next));
        });
    }

    private Optional<Step> step(Execution execution, LoginToken token, String next) {
        Details details = Details.read(token.details());
        if (!details.get(NEXT).equals(Optional.of(next))) {
            return Optional.empty();
        }
        return stepOf(execution, token, User::active);
    }

    /** What a token leads to, unless it leads nowhere. */
    Optional<Step> stepOf(Execution execution, LoginToken token, Predicate<User> mayGoOn) {
        UserId id = token.user().orElse(NOBODY);
        Details details = Details.read(token.details());
        return execution.unit().users().findAll(Set.of(id)).stream()
                .findFirst()
                .filter(mayGoOn)
                .map(user -> new Step(
                        token,
                        user,
                        policies.of(execution.unit()),
                        details.get(METHOD).orElse(""),
                        execution.unit().logins().passwords().of(id, EARLIER)));
    }

    /** Begins a session; the failures before are forgotten. */
    LoginResult admit(Execution execution, Progress so, Origin origin) {
        throttle(execution).right(so.keys());
        SessionBook.Begun begun = SessionBook.begin(execution, so.user().id(), origin, so.policy(), so.method());
        new LoginLog(execution, origin).write(Optional.of(so.user().id()), Kind.SIGNED_IN, so.method());
        return new LoginResult.SignedIn(begun.token(), so.user(), begun.session());
    }
}

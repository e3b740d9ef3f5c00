package io.tikit.core.login;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.login.ApiKeySecret;
import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.LoginResult.Refused;
import io.tikit.api.login.Logins;
import io.tikit.api.login.OneTimeToken;
import io.tikit.api.login.Origin;
import io.tikit.api.login.PasskeyLogins;
import io.tikit.api.login.Password;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.login.SessionToken;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserState;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.condition.Fold;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.StoredPassword;
import io.tikit.spi.storage.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Where people come in, for one tenant and origin. */
final class Door implements Logins {
    /** Longer ones are nobody's name, and need not be folded. */
    private static final int LONGEST_NAME = 300;

    private final Entrance entrance;
    private final Session engine;
    private final Origin origin;
    private final Admission admission;

    Door(Entrance entrance, TenantId tenant, Origin origin) {
        this.entrance = entrance;
        this.origin = LoginLog.clean(origin);
        Caller caller = Caller.of(tenant, new Actor.Engine("login")).via(origin.channel());
        engine = new Session(caller, caller.actor(), Role.ADMIN, null);
        admission = new Admission(entrance, this.origin);
    }

    /**
     * A try that was counted.
     *
     * @param keys what was counted
     * @param answer whether it may be looked at
     * @param user whose name it is
     * @param password the present one of this user
     */
    private record Try(
            Throttle.Keys keys, Throttle.Answer answer, Optional<UserId> user, Optional<StoredPassword> password) {}

    @Override
    public LoginResult signIn(String name, Password password) {
        Try one = entrance.pipeline().apart(engine, execution -> begin(execution, name));
        if (one.answer() == Throttle.Answer.LOCKED) {
            return new Refused();
        }
        boolean right;
        Optional<String> rehashed = Optional.empty();
        try {
            right = entrance.hasher().is(password, one.password().map(StoredPassword::hash));
            if (right
                    && entrance.hasher().isOutdated(one.password().orElseThrow().hash())) {
                rehashed = Optional.of(entrance.hasher().hash(password));
            }
        } catch (UnavailableException e) {
            entrance.pipeline().apart(engine, execution -> {
                throttle(execution).undecided(one.keys());
                return true;
            });
            throw e;
        }
        Optional<String> better = rehashed;
        return entrance.pipeline()
                .apart(engine, execution -> right ? known(execution, one, better) : refused(execution, one));
    }

    private Throttle throttle(Execution execution) {
        return entrance.throttle(execution);
    }

    private Try begin(Execution execution, String name) {
        boolean possible = name.length() <= LONGEST_NAME;
        Optional<UserId> user = possible ? execution.unit().logins().user(name) : Optional.empty();
        String folded = Fold.of(possible ? name : name.substring(0, LONGEST_NAME));
        Throttle.Keys keys = Throttle.Keys.of(user, folded, AddressList.owner(origin.address()));
        Throttle.Answer answer = throttle(execution).charge(keys);
        // Looked for even if the name is nobody's, so that both cost the same statements.
        List<StoredPassword> present = execution.unit().logins().passwords().of(user.orElse(Entrance.NOBODY), 1);
        return new Try(keys, answer, user, present.stream().findFirst());
    }

    private LoginResult refused(Execution execution, Try one) {
        String reason =
                one.user().isEmpty() ? "unknown_name" : one.password().isEmpty() ? "no_password" : "wrong_password";
        return admission.refused(execution, one.user(), reason, one.answer());
    }

    /** The password was right a moment ago; now see whether that is enough. */
    private LoginResult known(Execution execution, Try one, Optional<String> rehashed) {
        UserId id = one.user().orElseThrow();
        // Held before the password is looked at again: whoever sets another one meanwhile ends what begins here.
        Factors.lock(execution, id);
        StoredPassword verified = one.password().orElseThrow();
        Optional<User> user = Admission.user(execution, id);
        List<StoredPassword> now = execution.unit().logins().passwords().of(id, 1);
        if (user.isEmpty() || now.isEmpty() || now.get(0).number() != verified.number()) {
            return admission.refused(execution, one.user(), "wrong_password", one.answer());
        }
        LoginPolicy policy = entrance.policies().of(execution.unit());
        Optional<String> hindrance = admission.hindrance(execution, user.get());
        if (hindrance.isPresent()) {
            return admission.refused(execution, one.user(), hindrance.get(), one.answer());
        }
        rehashed.ifPresent(hash -> execution
                .unit()
                .logins()
                .passwords()
                .rehash(
                        new StoredPassword(id, verified.number(), hash, verified.setAt(), verified.mustChange()),
                        verified.hash()));
        throttle(execution).undecided(one.keys());
        return admission.second(execution, new Entrance.Progress(user.get(), policy, one.keys(), "password"));
    }

    @Override
    public LoginResult answer(Continuation continuation, LoginResult.Way way, String code) {
        return proven(continuation, Entrance.FACTOR, (execution, step) -> {
            boolean right = entrance.factors().isUsed(execution, step.user().id(), way, code)
                    && execution.unit().logins().tokens().delete(step.token().id());
            return right ? Optional.of(way.name().toLowerCase(Locale.ROOT)) : Optional.empty();
        });
    }

    @Override
    public TotpSetUp beginTotp(Continuation continuation, String label) {
        TotpSteps.check(label);
        Entrance.Step step =
                entrance.find(engine, continuation, Entrance.SET_UP).orElseThrow(TotpSteps::refused);
        return entrance.pipeline()
                .apart(
                        engine,
                        execution -> entrance.totp().begin(execution, step.user(), origin, label, step.method()));
    }

    @Override
    public LoginResult finishTotp(Continuation continuation, String code) {
        return proven(
                continuation,
                TotpSteps.NEXT,
                (execution, step) -> step.method().equals(TotpSteps.FREE)
                                || !Factors.isFirst(execution, step.user().id())
                        ? Optional.empty()
                        : entrance.totp()
                                .finish(execution, step.token(), origin, code)
                                .map(added -> added.kind()));
    }

    /** What proves somebody who has shown a password: the name of the means, if it is right. */
    @FunctionalInterface
    private interface Proof {
        Optional<String> of(Execution execution, Entrance.Step step);
    }

    /** Counts the try, as with passwords; the proof itself takes no time, so all of it is one unit. */
    private LoginResult proven(Continuation continuation, String next, Proof proof) {
        Entrance.Step step = entrance.find(engine, continuation, next).orElse(null);
        if (step == null) {
            return new Refused();
        }
        Optional<UserId> id = Optional.of(step.user().id());
        Throttle.Keys keys = Throttle.Keys.of(id, "", AddressList.owner(origin.address()));
        return entrance.pipeline().apart(engine, execution -> {
            Throttle.Answer answer = throttle(execution).charge(keys);
            if (answer == Throttle.Answer.LOCKED) {
                return new Refused();
            }
            Optional<User> user = Admission.user(execution, step.user().id());
            LoginPolicy policy = entrance.policies().of(execution.unit());
            Optional<String> hindrance = user.flatMap(one -> admission.hindrance(execution, one));
            if (user.isEmpty() || hindrance.isPresent()) {
                return admission.refused(execution, id, hindrance.orElse("inactive"), answer);
            }
            Optional<String> means = proof.of(execution, step);
            if (means.isEmpty()) {
                return admission.refused(execution, id, "wrong_code", answer);
            }
            throttle(execution).undecided(keys);
            return admission.next(
                    execution, new Entrance.Progress(user.get(), policy, keys, step.method() + "_" + means.get()));
        });
    }

    @Override
    public LoginResult changePassword(Continuation continuation, Password password) {
        Entrance.Step step =
                entrance.find(engine, continuation, Entrance.PASSWORD).orElse(null);
        if (step == null) {
            return new Refused();
        }
        return set(step, password, "at_sign_in");
    }

    @Override
    public PasskeyLogins passkeys() {
        return new PasskeyDoor(entrance, engine, origin);
    }

    @Override
    public void requestReset(String name, Consumer<PasswordMail> mailer) {
        new Resets(entrance, engine, origin).request(name, mailer);
    }

    @Override
    public LoginResult setPassword(OneTimeToken token, Password password) {
        Entrance.Step step = new Resets(entrance, engine, origin).find(token).orElse(null);
        if (step == null) {
            return new Refused();
        }
        return set(step, password, "by_mail");
    }

    private LoginResult set(Entrance.Step step, Password password, String way) {
        String hash = entrance.passwords().accepted(password, step.user(), step.policy(), step.earlier());
        return entrance.pipeline().apart(engine, execution -> {
            Optional<UserId> id = Optional.of(step.user().id());
            Factors.lock(execution, step.user().id());
            boolean byMail = step.token().kind() == LoginToken.Kind.PASSWORD_MAIL;
            Optional<User> user = Admission.user(execution, step.user().id());
            LoginPolicy policy = entrance.policies().of(execution.unit());
            boolean comes = byMail && user.filter(Resets::isInvited).isPresent();
            if (user.isEmpty()
                    || admission
                            .hindrance(execution, comes ? user.get().withState(UserState.ACTIVE) : user.get())
                            .isPresent()
                    || !execution.unit().logins().tokens().delete(step.token().id())) {
                return admission.refused(execution, id, "step_over", Throttle.Answer.OPEN);
            }
            if (comes) {
                user = Optional.of(entrance.arrivals().arrived(execution, user.get()));
            }
            PasswordBook.set(execution, user.get(), hash, policy, false, Optional.empty());
            new LoginLog(execution, origin).write(id, Kind.PASSWORD_SET, way);
            Throttle.Keys keys = Throttle.Keys.of(id, "", AddressList.owner(origin.address()));
            if (byMail) {
                execution.unit().logins().guards().delete(keys.account());
            }
            Entrance.Progress so = new Entrance.Progress(user.get(), policy, keys, byMail ? "mail" : step.method());
            return byMail ? admission.second(execution, so) : admission.next(execution, so);
        });
    }

    @Override
    public Caller caller(ApiKeySecret secret) {
        TenantId tenant = engine.tenant();
        if (!ApiKeyBook.isWellFormed(secret)) {
            throw LoginGrants.ended();
        }
        LoginToken found = entrance.reader().read(tenant, unit -> {
            LoginToken key = unit.logins()
                    .tokens()
                    .find(LoginToken.Kind.API_KEY, Secrets.hash(secret.value()))
                    .orElseThrow(LoginGrants::ended);
            entrance.grants().checkKey(unit, key, origin.address());
            return key;
        });
        return Caller.of(tenant, new Actor.Login(new LoginId(found.id()))).via(origin.channel());
    }

    @Override
    public void report(UserId user, Kind kind, String detail) {
        Reports.check(kind, detail);
        entrance.pipeline().apart(engine, execution -> {
            Reports.write(execution, origin, user, kind, detail);
            return true;
        });
    }

    @Override
    public Caller caller(SessionToken token) {
        TenantId tenant = engine.tenant();
        LoginToken found = entrance.reader()
                .read(tenant, unit -> SessionBook.find(unit, token).orElseThrow(LoginGrants::ended));
        entrance.grants().check(tenant, found, origin.address());
        return Caller.of(tenant, new Actor.Login(new LoginId(found.id()))).via(origin.channel());
    }

    @Override
    public void signOut(SessionToken token) {
        entrance.pipeline().apart(engine, execution -> {
            UnitOfWork unit = execution.unit();
            Optional<LoginToken> found = SessionBook.find(unit, token);
            if (found.isPresent() && unit.logins().tokens().delete(found.get().id())) {
                if (!ActingBook.end(execution, found.get().id(), "")) {
                    new LoginLog(execution, origin).write(found.get().user(), Kind.SIGNED_OUT, "");
                }
            }
            return true;
        });
    }

    static NotPermittedException notYourself() {
        return new NotPermittedException(
                ErrorCode.NOT_PERMITTED,
                "only the user who signed in, neither somebody who acts as them nor a program with a key, may do this");
    }
}

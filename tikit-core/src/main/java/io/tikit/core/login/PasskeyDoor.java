package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.error.TikitException;
import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.Origin;
import io.tikit.api.login.PasskeyLogins;
import io.tikit.api.login.PasskeyRequest;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.Passkey;
import io.tikit.spi.login.PasskeyCeremony;
import io.tikit.spi.login.PasskeyClaim;
import io.tikit.spi.login.PasskeyUse;
import io.tikit.spi.login.PasskeyVerdict;
import io.tikit.spi.login.PasskeyVerdict.Accepted;
import io.tikit.spi.login.PasskeyVerdict.Reason;
import io.tikit.spi.login.PasskeyVerdict.Refused;
import io.tikit.spi.login.PasskeyVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Passkeys at a door. An answer is counted in one unit, which also takes its round; it is checked outside of units, since a
 * plugin does that; what comes of it is decided in another unit.
 */
final class PasskeyDoor implements PasskeyLogins {
    /** How often browsers at one address may be asked, so that nobody fills the tables: some at once, then one a second. */
    private static final LoginPolicy.LockOut ROUNDS =
            new LoginPolicy.LockOut(100, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Entrance entrance;
    private final Session engine;
    private final Origin origin;
    private final Admission admission;

    PasskeyDoor(Entrance entrance, Session engine, Origin origin) {
        this.entrance = entrance;
        this.engine = engine;
        this.origin = origin;
        admission = new Admission(entrance, origin);
    }

    @Override
    public PasskeyRequest begin() {
        PasskeyVerifier verifier = entrance.passkeys().verifier();
        PasskeyRounds.Begun begun = entrance.pipeline().apart(engine, execution -> {
            LoginPolicy policy = entrance.policies().of(execution.unit());
            if (!policy.passkeys().alone()) {
                throw TotpSteps.refused();
            }
            count(execution);
            return PasskeyRounds.begin(
                    execution,
                    policy,
                    PasskeyRounds.ALONE,
                    Optional.empty(),
                    Optional.empty(),
                    PasskeyRounds.details(origin, "", ""));
        });
        return new PasskeyRequest(verifier.requestOptions(begun.ceremony(), List.of()), begun.continuation());
    }

    private void count(Execution execution) {
        if (!origin.address().isEmpty()) {
            Throttle.Keys keys = Throttle.Keys.ofRounds(AddressList.owner(origin.address()));
            Throttle throttle = new Throttle(
                    execution.unit().logins().guards(), ROUNDS, execution.time().instant());
            if (throttle.charge(keys) == Throttle.Answer.LOCKED) {
                throw new LimitException(
                        ErrorCode.LOGIN_RATE, "too many passkeys are asked for from one address; wait a second");
            }
        }
    }

    @Override
    public PasskeyRequest begin(Continuation continuation) {
        PasskeyVerifier verifier = entrance.passkeys().verifier();
        Asked asked = asked(continuation, Entrance.FACTOR, PasskeyRounds.USE, "");
        if (asked.present().isEmpty()) {
            throw TotpSteps.refused();
        }
        return new PasskeyRequest(
                verifier.requestOptions(asked.begun().ceremony(), asked.present()),
                asked.begun().continuation());
    }

    @Override
    public PasskeyRequest beginSetUp(Continuation continuation, String label) {
        PasskeyVerifier verifier = entrance.passkeys().verifier();
        TotpSteps.check(label);
        Asked asked = asked(continuation, Entrance.SET_UP, PasskeyRounds.MAKE, label);
        return new PasskeyRequest(
                verifier.creationOptions(asked.begun().ceremony(), PasskeyBook.owner(asked.user()), asked.present()),
                asked.begun().continuation());
    }

    private record Asked(PasskeyRounds.Begun begun, User user, List<Passkey> present) {}

    private Asked asked(Continuation continuation, String next, String what, String label) {
        Entrance.Step step = entrance.find(engine, continuation, next).orElseThrow(TotpSteps::refused);
        return entrance.pipeline().apart(engine, execution -> {
            count(execution);
            LoginPolicy policy = entrance.policies().of(execution.unit());
            return new Asked(
                    PasskeyRounds.begin(
                            execution,
                            policy,
                            what,
                            Optional.of(step.user().id()),
                            Optional.of(step.token().id()),
                            PasskeyRounds.details(origin, step.method(), label)),
                    step.user(),
                    PasskeyBook.passkeys(PasskeyBook.of(
                            execution.unit(),
                            step.user().id(),
                            policy.passkeys().relyingParty())));
        });
    }

    /**
     * An answer that was counted.
     *
     * @param user whose passkey it must be, if there is such a user
     * @param factor the passkey that it says it is of, if this user has it
     */
    private record Try(
            PasskeyRounds.Round round,
            Optional<PasskeyCeremony> ceremony,
            Throttle.Keys keys,
            Throttle.Answer answer,
            Optional<User> user,
            Optional<LoginFactor> factor) {}

    @Override
    public LoginResult finish(Continuation continuation, String response) {
        PasskeyVerifier verifier = entrance.passkeys().verifier();
        Optional<PasskeyClaim> claim = verifier.claimed(response) instanceof Accepted<PasskeyClaim> accepted
                ? Optional.of(accepted.value())
                : Optional.empty();
        Try one = entrance.pipeline()
                .apart(
                        engine,
                        execution -> PasskeyRounds.taken(execution, continuation)
                                .filter(round -> !round.method().equals(PasskeyRounds.FREE))
                                .map(round -> counted(execution, round, claim)))
                .orElse(null);
        if (one == null || one.answer() == Throttle.Answer.LOCKED) {
            return new LoginResult.Refused();
        }
        try {
            return one.round().what().equals(PasskeyRounds.MAKE)
                    ? made(
                            one,
                            verdict(
                                    one,
                                    (ceremony, user) -> verifier.created(ceremony, PasskeyBook.owner(user), response)))
                    : used(
                            one,
                            verdict(
                                    one,
                                    (ceremony, user) -> one.factor().isEmpty()
                                            ? new Refused<>(claim.isEmpty() ? Reason.MALFORMED : Reason.CREDENTIAL)
                                            : verifier.used(
                                                    ceremony,
                                                    PasskeyBook.passkey(
                                                            one.factor().get()),
                                                    PasskeyBook.owner(user),
                                                    response)));
        } catch (TikitException e) {
            entrance.pipeline().apart(engine, execution -> {
                entrance.throttle(execution).undecided(one.keys());
                return true;
            });
            throw e;
        }
    }

    private Try counted(Execution execution, PasskeyRounds.Round round, Optional<PasskeyClaim> claim) {
        LoginPolicy policy = entrance.policies().of(execution.unit());
        Optional<UserId> id =
                round.user().or(() -> claim.flatMap(PasskeyClaim::handle).flatMap(PasskeyBook::user));
        Optional<User> user = Admission.user(execution, id.orElse(Entrance.NOBODY));
        Throttle.Keys keys = Throttle.Keys.of(user.map(User::id), "passkey", AddressList.owner(origin.address()));
        List<LoginFactor> factors = PasskeyBook.of(
                execution.unit(), id.orElse(Entrance.NOBODY), policy.passkeys().relyingParty());
        return new Try(
                round,
                round.ceremony(execution, policy),
                keys,
                entrance.throttle(execution).charge(keys),
                user,
                factors.stream()
                        .filter(factor -> claim.map(PasskeyClaim::credential)
                                .equals(Optional.of(PasskeyBook.passkey(factor).credential())))
                        .findFirst());
    }

    @FunctionalInterface
    private interface Check<T> {
        PasskeyVerdict<T> of(PasskeyCeremony ceremony, User user);
    }

    private static <T> PasskeyVerdict<T> verdict(Try one, Check<T> check) {
        if (one.ceremony().isEmpty()) {
            return new Refused<>(Reason.RELYING_PARTY);
        }
        return one.user()
                .map(user -> check.of(one.ceremony().get(), user))
                .orElseGet(() -> new Refused<>(Reason.CREDENTIAL));
    }

    private LoginResult made(Try one, PasskeyVerdict<Passkey> verdict) {
        return decided(one, verdict, (execution, passkey) -> {
            String party = one.ceremony().orElseThrow().relyingParty();
            UserId user = one.user().orElseThrow().id();
            return PasskeyBook.added(execution, user, one.round().label(), party, passkey, origin)
                    .isPresent();
        });
    }

    private LoginResult used(Try one, PasskeyVerdict<PasskeyUse> verdict) {
        return decided(
                one,
                verdict,
                (execution, use) -> PasskeyBook.isUsed(execution, one.factor().orElseThrow(), use));
    }

    /** Does what a good answer does, if it still can. */
    @FunctionalInterface
    private interface Effect<T> {
        boolean on(Execution execution, T value);
    }

    private <T> LoginResult decided(Try one, PasskeyVerdict<T> verdict, Effect<T> effect) {
        return entrance.pipeline().apart(engine, execution -> {
            Optional<UserId> id = one.user().map(User::id);
            id.ifPresent(known -> Factors.lock(execution, known));
            if (verdict instanceof Refused<T> refused) {
                String reason = "passkey_" + refused.reason().name().toLowerCase(Locale.ROOT);
                return admission.refused(execution, id, reason, one.answer());
            }
            Optional<User> user = id.flatMap(known -> Admission.user(execution, known));
            Optional<String> hindrance =
                    user.isEmpty() ? Optional.of("inactive") : admission.hindrance(execution, user.get());
            LoginPolicy policy = entrance.policies().of(execution.unit());
            boolean alone = one.round().what().equals(PasskeyRounds.ALONE);
            if (hindrance.isEmpty() && !isOpen(execution, one.round(), policy)) {
                hindrance = Optional.of("step_over");
            }
            if (hindrance.isPresent()) {
                return admission.refused(execution, id, hindrance.get(), one.answer());
            }
            if (!effect.on(execution, ((Accepted<T>) verdict).value())) {
                return admission.refused(execution, id, "passkey_counter", one.answer());
            }
            entrance.throttle(execution).undecided(one.keys());
            String method = alone ? PasskeyBook.PASSKEY : one.round().method() + "_" + PasskeyBook.PASSKEY;
            Entrance.Progress so = new Entrance.Progress(user.orElseThrow(), policy, one.keys(), method);
            return alone ? entrance.admit(execution, so, origin) : admission.next(execution, so);
        });
    }

    /** The sign-in that the round is part of is used up by this; it may have ended meanwhile, in whatever way. */
    private static boolean isOpen(Execution execution, PasskeyRounds.Round round, LoginPolicy policy) {
        if (round.what().equals(PasskeyRounds.ALONE)) {
            return policy.passkeys().alone();
        }
        boolean first = !round.what().equals(PasskeyRounds.MAKE)
                || Factors.isFirst(execution, round.user().orElseThrow());
        return first && execution.unit().logins().tokens().delete(round.parent().orElseThrow());
    }
}

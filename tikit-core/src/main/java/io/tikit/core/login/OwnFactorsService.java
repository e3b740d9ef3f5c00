package io.tikit.core.login;

import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.OwnFactors;
import io.tikit.api.login.PasskeyRequest;
import io.tikit.api.login.Password;
import io.tikit.api.login.SecondFactor;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.Passkey;
import io.tikit.spi.login.PasskeyCeremony;
import io.tikit.spi.login.PasskeyVerdict;
import io.tikit.spi.login.PasskeyVerifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The second factors of one caller. */
final class OwnFactorsService implements OwnFactors {
    private final Supplier<Session> session;
    private final Entrance entrance;
    private final OwnPassword password;

    OwnFactorsService(Supplier<Session> session, Entrance entrance) {
        this.session = session;
        this.entrance = entrance;
        password = new OwnPassword(entrance);
    }

    @Override
    public List<SecondFactor> list() {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        return entrance.reader()
                .read(
                        who.tenant(),
                        unit -> unit.logins().factors().of(id).stream()
                                .map(Factors::shown)
                                .toList());
    }

    @Override
    public TotpSetUp beginTotp(String label) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        TotpSteps.check(label);
        return entrance.pipeline().apart(who, execution -> {
            Freshness.check(execution);
            return entrance.totp()
                    .begin(execution, user(execution, id), OwnLoginService.origin(execution), label, TotpSteps.FREE);
        });
    }

    @Override
    public SecondFactor finishTotp(Continuation continuation, String code) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        Entrance.Step step = entrance.find(who, continuation, TotpSteps.NEXT)
                .filter(found -> found.user().id().equals(id) && found.method().equals(TotpSteps.FREE))
                .orElseThrow(TotpSteps::refused);
        Optional<LoginFactor> added = entrance.pipeline().apart(who, execution -> {
            // As with passkeys: what an administrator ended adds nothing.
            Factors.lock(execution, id);
            Freshness.check(execution);
            return entrance.totp().finish(execution, step.token(), OwnLoginService.origin(execution), code);
        });
        return Factors.shown(added.orElseThrow(TotpSteps::refused));
    }

    @Override
    public List<String> makeRecoveryCodes() {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        return entrance.pipeline().apart(who, execution -> {
            Factors.lock(execution, id);
            Freshness.check(execution);
            List<String> codes = Factors.newRecoveryCodes(execution, id);
            new LoginLog(execution, OwnLoginService.origin(execution))
                    .write(Optional.of(id), Kind.RECOVERY_MADE, "by_owner");
            return codes;
        });
    }

    @Override
    public PasskeyRequest beginPasskey(String label) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        TotpSteps.check(label);
        PasskeyVerifier verifier = entrance.passkeys().verifier();
        record Asked(PasskeyRounds.Begun begun, User user, List<LoginFactor> present) {}
        Asked asked = entrance.pipeline().apart(who, execution -> {
            Freshness.check(execution);
            LoginPolicy policy = entrance.policies().of(execution.unit());
            List<LoginFactor> present =
                    PasskeyBook.of(execution.unit(), id, policy.passkeys().relyingParty());
            PasskeyBook.checkRoom(present);
            PasskeyRounds.Begun begun = PasskeyRounds.begin(
                    execution,
                    policy,
                    PasskeyRounds.MAKE,
                    Optional.of(id),
                    Optional.empty(),
                    PasskeyRounds.details(OwnLoginService.origin(execution), PasskeyRounds.FREE, label));
            return new Asked(begun, user(execution, id), present);
        });
        return new PasskeyRequest(
                verifier.creationOptions(
                        asked.begun().ceremony(),
                        PasskeyBook.owner(asked.user()),
                        PasskeyBook.passkeys(asked.present())),
                asked.begun().continuation());
    }

    @Override
    public SecondFactor finishPasskey(Continuation continuation, String response) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        PasskeyVerifier verifier = entrance.passkeys().verifier();
        record Taken(PasskeyRounds.Round round, PasskeyCeremony ceremony, User user) {}
        Optional<Taken> taken = entrance.pipeline()
                .apart(
                        who,
                        execution -> PasskeyRounds.taken(execution, continuation)
                                .filter(round -> round.method().equals(PasskeyRounds.FREE)
                                        && round.user().equals(Optional.of(id)))
                                .flatMap(round -> round.ceremony(
                                                execution, entrance.policies().of(execution.unit()))
                                        .map(ceremony -> new Taken(round, ceremony, user(execution, id)))));
        Taken one = taken.orElseThrow(TotpSteps::refused);
        if (verifier.created(one.ceremony(), PasskeyBook.owner(one.user()), response)
                instanceof PasskeyVerdict.Accepted<Passkey> made) {
            return Factors.shown(entrance.pipeline()
                    .apart(who, execution -> {
                        // The session may have ended meanwhile, as when an administrator took all factors away.
                        Factors.lock(execution, id);
                        Freshness.check(execution);
                        return PasskeyBook.added(
                                execution,
                                id,
                                one.round().label(),
                                one.ceremony().relyingParty(),
                                made.value(),
                                OwnLoginService.origin(execution));
                    })
                    .orElseThrow(TotpSteps::refused));
        }
        throw TotpSteps.refused();
    }

    private static User user(Execution execution, UserId id) {
        return execution.unit().users().findAll(Set.of(id)).get(0);
    }

    @Override
    public void rename(LoginId factor, String label) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        TotpSteps.check(label);
        entrance.pipeline()
                .apart(who, execution -> execution.unit().logins().factors().rename(id, factor.value(), label));
    }

    @Override
    public void remove(LoginId factor, Password present) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        password.verified(who, id, present);
        entrance.pipeline().apart(who, execution -> removed(execution, id, factor));
    }

    @Override
    public void remove(LoginId factor) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        entrance.pipeline().apart(who, execution -> {
            Freshness.check(execution);
            return removed(execution, id, factor);
        });
    }

    private boolean removed(Execution execution, UserId id, LoginId factor) {
        LoginPolicy policy = entrance.policies().of(execution.unit());
        boolean removed = Factors.remove(execution, user(execution, id), factor.value(), policy);
        if (removed) {
            new LoginLog(execution, OwnLoginService.origin(execution))
                    .write(Optional.of(id), Kind.FACTOR_REMOVED, "by_owner");
        }
        return removed;
    }
}

package io.tikit.core.login;

import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.OwnFactors;
import io.tikit.api.login.Password;
import io.tikit.api.login.SecondFactor;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.login.LoginFactor;
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
            User user = execution.unit().users().findAll(Set.of(id)).get(0);
            return entrance.totp().begin(execution, user, OwnLoginService.origin(execution), label, TotpSteps.FREE);
        });
    }

    @Override
    public SecondFactor finishTotp(Continuation continuation, String code) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        Entrance.Step step = entrance.find(who, continuation, TotpSteps.NEXT)
                .filter(found -> found.user().id().equals(id) && found.method().equals(TotpSteps.FREE))
                .orElseThrow(TotpSteps::refused);
        Optional<LoginFactor> added = entrance.pipeline()
                .apart(
                        who,
                        execution -> entrance.totp()
                                .finish(execution, step.token(), OwnLoginService.origin(execution), code));
        return Factors.shown(added.orElseThrow(TotpSteps::refused));
    }

    @Override
    public List<String> makeRecoveryCodes() {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        return entrance.pipeline().apart(who, execution -> {
            List<String> codes = Factors.newRecoveryCodes(execution, id);
            new LoginLog(execution, OwnLoginService.origin(execution))
                    .write(Optional.of(id), Kind.RECOVERY_MADE, "by_owner");
            return codes;
        });
    }

    @Override
    public void remove(LoginId factor, Password present) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        password.verified(who, id, present);
        entrance.pipeline().apart(who, execution -> {
            if (execution.unit().logins().factors().delete(id, factor.value())) {
                new LoginLog(execution, OwnLoginService.origin(execution))
                        .write(Optional.of(id), Kind.FACTOR_REMOVED, "by_owner");
                if (execution.unit().logins().factors().of(id).isEmpty()) {
                    Factors.removeAll(execution, id);
                }
            }
            return true;
        });
    }
}

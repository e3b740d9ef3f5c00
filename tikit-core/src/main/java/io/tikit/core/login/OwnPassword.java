package io.tikit.core.login;

import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.Password;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.login.StoredPassword;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks somebody who is in for their password once more; failures count as at the door. */
final class OwnPassword {
    private static final int EARLIER = 25;

    private final Entrance entrance;

    OwnPassword(Entrance entrance) {
        this.entrance = entrance;
    }

    /** Somebody who has just shown their password. */
    record Verified(User user, LoginPolicy policy, List<StoredPassword> earlier) {}

    private record Tried(boolean open, Throttle.Keys keys, Verified who) {}

    Verified verified(Session who, UserId id, Password present) {
        Tried tried = entrance.pipeline().apart(who, execution -> {
            String address = AddressList.owner(OwnLoginService.origin(execution).address());
            Throttle.Keys keys = Throttle.Keys.of(Optional.of(id), "", address);
            return new Tried(
                    entrance.throttle(execution).charge(keys) != Throttle.Answer.LOCKED,
                    keys,
                    new Verified(
                            execution.unit().users().findAll(Set.of(id)).get(0),
                            entrance.policies().of(execution.unit()),
                            execution.unit().logins().passwords().of(id, EARLIER)));
        });
        Optional<String> hash = tried.who().earlier().stream().findFirst().map(StoredPassword::hash);
        boolean right = tried.open() && entrance.hasher().is(present, hash);
        entrance.pipeline().apart(who, execution -> {
            if (right) {
                entrance.throttle(execution).undecided(tried.keys());
            } else if (tried.open()) {
                new LoginLog(execution, OwnLoginService.origin(execution))
                        .write(Optional.of(id), Kind.REFUSED, "wrong_password");
            }
            return true;
        });
        if (!right) {
            throw TotpSteps.refused();
        }
        return tried.who();
    }
}

package io.tikit.core.login;

import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.Origin;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.StoredPassword;
import java.util.Optional;
import java.util.Set;

/** What all proofs at a door share: refusing, and going on with whoever has shown one. */
final class Admission {
    private final Entrance entrance;
    private final Origin origin;

    Admission(Entrance entrance, Origin origin) {
        this.entrance = entrance;
        this.origin = origin;
    }

    LoginResult refused(Execution execution, Optional<UserId> user, String reason, Throttle.Answer answer) {
        LoginLog log = new LoginLog(execution, origin);
        log.write(user, Kind.REFUSED, reason);
        if (answer == Throttle.Answer.LAST) {
            log.write(user, Kind.LOCKED, reason);
        }
        return new LoginResult.Refused();
    }

    /** What keeps somebody out however good their proofs are. */
    Optional<String> hindrance(Execution execution, User user) {
        if (!user.active()) {
            return Optional.of("inactive");
        }
        return entrance.policies().mayCome(execution.unit(), user, origin.address())
                ? Optional.empty()
                : Optional.of("address");
    }

    static Optional<User> user(Execution execution, UserId id) {
        return execution.unit().users().findAll(Set.of(id)).stream().findFirst();
    }

    /** A second factor of whoever has one, and of those whose role must have one. */
    LoginResult second(Execution execution, Entrance.Progress so) {
        Set<LoginResult.Way> ways = Factors.ways(execution.unit(), so.user().id());
        if (!ways.isEmpty()) {
            return new LoginResult.SecondFactorNeeded(ways, entrance.step(execution, so, Entrance.FACTOR, origin));
        }
        if (so.policy().secondFactor().contains(so.user().role())) {
            return new LoginResult.SecondFactorSetUpNeeded(entrance.step(execution, so, Entrance.SET_UP, origin));
        }
        return next(execution, so);
    }

    /** What is still missing, or a session. */
    LoginResult next(Execution execution, Entrance.Progress so) {
        StoredPassword password =
                execution.unit().logins().passwords().of(so.user().id(), 1).get(0);
        if (Entrance.isToBeChanged(password, so.policy(), execution.time().instant())) {
            return new LoginResult.PasswordChangeNeeded(entrance.step(execution, so, Entrance.PASSWORD, origin));
        }
        return entrance.admit(execution, so, origin);
    }
}

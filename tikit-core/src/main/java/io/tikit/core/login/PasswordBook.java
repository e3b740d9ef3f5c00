package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.Password;
import io.tikit.api.people.User;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.login.LoginToken.Kind;
import io.tikit.spi.login.StoredPassword;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks new passwords, outside of units since that takes time, and sets them. */
@Singleton
final class PasswordBook {
    private final PasswordHasher hasher;
    private final BreachedPasswords breached;

    @Inject
    PasswordBook(PasswordHasher hasher, BreachedPasswords breached) {
        this.hasher = hasher;
        this.breached = breached;
    }

    /** The hash of a password that keeps all rules. */
    String accepted(Password password, User user, LoginPolicy policy, List<StoredPassword> earlier) {
        Violations violations = new Violations();
        PasswordCheck.check(password, user, policy.passwords(), violations);
        if (breached.has(password, policy)) {
            violations.add("password", "password_breached", "this password is known to the world");
        }
        violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        int remembered = policy.passwords().remembered();
        if (earlier.stream().limit(remembered).anyMatch(old -> hasher.is(password, Optional.of(old.hash())))) {
            violations.add(
                    "password",
                    "password_used_before",
                    "none of the last " + remembered + " passwords may be used again",
                    Map.of("count", remembered));
        }
        violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        return hasher.hash(password);
    }

    /** Sets a password, and ends what was begun under the one before. */
    static void set(
            Execution execution,
            User user,
            String hash,
            LoginPolicy policy,
            boolean mustChange,
            Optional<LoginId> stays) {
        Factors.lock(execution, user.id());
        List<StoredPassword> before = execution.unit().logins().passwords().of(user.id(), 1);
        int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
        execution
                .unit()
                .logins()
                .passwords()
                .insert(new StoredPassword(
                        user.id(), number, hash, execution.time().instant(), mustChange));
        execution
                .unit()
                .logins()
                .passwords()
                .forget(user.id(), number - Math.max(0, policy.passwords().remembered() - 1));
        SessionBook.endAll(execution, user.id(), stays);
        execution.unit().logins().tokens().deleteAll(Kind.STEP, user.id(), Optional.empty());
        execution.unit().logins().tokens().deleteAll(Kind.PASSWORD_MAIL, user.id(), Optional.empty());
    }
}

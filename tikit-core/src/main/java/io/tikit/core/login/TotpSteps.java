package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.Origin;
import io.tikit.api.login.TotpSetUp;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.LoginToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sets up apps for codes, for those on the way in and those who are in. */
final class TotpSteps {
    static final String NEXT = "totp";
    static final String FREE = "free";
    private static final String SECRET = "secret";
    private static final String LABEL = "label";
    private static final int LONGEST_LABEL = 100;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Factors factors;

    TotpSteps(Factors factors) {
        this.factors = factors;
    }

    static void check(String label) {
        Violations violations = new Violations();
        violations.line("label", label, 1, LONGEST_LABEL);
        if (!violations.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_CALL, violations.all());
        }
    }

    /** Begins; the continuation leads to {@link #finish}. */
    TotpSetUp begin(Execution execution, User user, Origin origin, String label, String method) {
        byte[] secret = Secrets.random(Totp.BYTES);
        String key = Secrets.random();
        Instant now = execution.time().instant();
        execution
                .unit()
                .logins()
                .tokens()
                .insert(new LoginToken(
                        execution.newId(),
                        LoginToken.Kind.STEP,
                        Secrets.hash(key),
                        Optional.of(user.id()),
                        new LoginToken.Times(now, now, now.plus(LIFE)),
                        Details.of(origin)
                                .with(Entrance.NEXT, NEXT)
                                .with(Entrance.METHOD, method)
                                .with(LABEL, label)
                                .with(SECRET, factors.closed(execution.unit().tenant(), user.id(), secret))
                                .text()));
        String account = user.person().email().isEmpty()
                ? user.person().subject()
                : user.person().email();
        return new TotpSetUp(
                Totp.base32(secret),
                Totp.uri(execution.unit().tenant().value(), account, secret),
                new Continuation(key));
    }

    /** Ends, if the code is right; then the continuation is used up. */
    Optional<LoginFactor> finish(Execution execution, LoginToken step, Origin origin, String code) {
        UserId user = step.user().orElseThrow();
        Details details = Details.read(step.details());
        Optional<LoginFactor> added = factors.added(
                execution,
                user,
                details.get(LABEL).orElseThrow(),
                details.get(SECRET).orElseThrow(),
                code);
        if (added.isEmpty() || !execution.unit().logins().tokens().delete(step.id())) {
            return Optional.empty();
        }
        new LoginLog(execution, origin).write(Optional.of(user), Kind.FACTOR_ADDED, Factors.TOTP);
        return added;
    }

    static NotPermittedException refused() {
        return new NotPermittedException(
                ErrorCode.LOGIN_REFUSED,
                "the code or password is wrong, the time is over, or there were too many failures");
    }
}

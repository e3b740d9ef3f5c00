package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import java.time.Duration;

/** Whether somebody has just signed in. A host that signs its people in itself answers for its callers. */
final class Freshness {
    private static final Duration FRESH = Duration.ofMinutes(15);

    private Freshness() {}

    static void check(Execution execution) {
        Session who = execution.session();
        if (who.grant().isEmpty()) {
            return;
        }
        boolean fresh = execution
                .unit()
                .logins()
                .tokens()
                .find(who.grant().get().login().value())
                .filter(token -> execution
                        .time()
                        .instant()
                        .isBefore(token.times().madeAt().plus(FRESH)))
                .isPresent();
        if (!fresh) {
            throw new NotPermittedException(
                    ErrorCode.LOGIN_NOT_FRESH,
                    "this needs a session that began within " + FRESH.toMinutes() + " minutes; sign in again");
        }
    }
}

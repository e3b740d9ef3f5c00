package io.tikit.core.login;

import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginToken;
import java.util.Optional;

/** What becomes of the ways in of somebody who is no longer active. */
public final class Departure {
    private Departure() {}

    /** Ends sessions, keys and mails within the unit that makes them leave; the password stays, and lets nobody in. */
    public static void of(Execution execution, UserId user) {
        ActingBook.endAll(execution, user, Optional.empty(), "left");
        for (LoginToken.Kind kind : LoginToken.Kind.values()) {
            if (kind != LoginToken.Kind.RECOVERY && kind != LoginToken.Kind.ACTING) {
                execution.unit().logins().tokens().deleteAll(kind, user, Optional.empty());
            }
        }
    }
}

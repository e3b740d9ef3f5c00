package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Duration;
import java.util.Objects;

/**
 * To act as somebody else for a while, as when a customer asks for help with what they see.
 *
 * @param user as whom
 * @param reason why, 1 to 200 characters; kept with the event
 * @param length for how long, at most 8 hours
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ActAs(UserId user, String reason, Duration length) {
    /** Checks that nothing is null. */
    public ActAs {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(length, "length");
    }
}

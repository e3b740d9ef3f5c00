package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Says whether an agent is there. Given again before it ends it is a sign of life, which nobody is told of.
 *
 * @param user who; the caller, or anybody for those who set up agents
 * @param presence what to say
 * @param lasting how long it counts, from a second to 365 days; empty until something else is said
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SetPresence(UserId user, Presence presence, Optional<Duration> lasting) implements Command<Agent> {
    /** Checks that nothing is null. */
    public SetPresence {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(lasting, "lasting");
    }

    /**
     * Says it until something else is said.
     *
     * @param user who
     * @param presence what to say
     * @return the command
     */
    public static SetPresence of(UserId user, Presence presence) {
        return new SetPresence(user, presence, Optional.empty());
    }

    /**
     * The same for a while.
     *
     * @param length how long it counts
     * @return the command
     */
    public SetPresence lasting(Duration length) {
        return new SetPresence(user, presence, Optional.of(length));
    }
}

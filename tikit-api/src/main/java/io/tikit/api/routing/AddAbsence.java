package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Plans an absence of an agent.
 *
 * @param agent who
 * @param from the first instant
 * @param to the instant after the last
 * @param substitute who gets tickets instead; empty for nobody
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AddAbsence(UserId agent, Instant from, Instant to, Optional<UserId> substitute)
        implements Command<Absence> {
    /** Checks that nothing is null. */
    public AddAbsence {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(substitute, "substitute");
    }
}

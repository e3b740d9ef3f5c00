package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which an agent gets no tickets.
 *
 * @param id which absence
 * @param agent whose
 * @param from the first instant
 * @param to the instant after the last
 * @param substitute who gets tickets instead; empty for nobody
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Absence(UUID id, UserId agent, Instant from, Instant to, Optional<UserId> substitute) {
    /** Checks that nothing is null. */
    public Absence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(substitute, "substitute");
    }

    /**
     * Tells whether it lasts at an instant.
     *
     * @param at the instant
     * @return whether it does
     */
    public boolean covers(Instant at) {
        return !from.isAfter(at) && to.isAfter(at);
    }
}

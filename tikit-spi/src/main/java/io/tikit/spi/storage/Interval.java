package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A time during which something about a ticket had one value. The intervals of a kind follow each other without overlap.
 *
 * @param kind what had the value
 * @param value the key of the status, or the id of the team or assignee in its usual form
 * @param from the first instant
 * @param to the instant after the last; empty while it lasts
 * @param cause the event that began it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Interval(Kind kind, String value, Instant from, Optional<Instant> to, EventId cause) {
    /** Checks that nothing is null. */
    public Interval {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(cause, "cause");
    }

    /** What is kept as intervals. Stored by ordinal, so constants are only ever added at the end. */
    public enum Kind {
        /** The status. */
        STATUS,
        /** The team. */
        TEAM,
        /** The assignee. */
        ASSIGNEE
    }
}

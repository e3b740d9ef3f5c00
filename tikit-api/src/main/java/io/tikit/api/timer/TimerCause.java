package io.tikit.api.timer;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import java.util.Objects;
import java.util.UUID;

/**
 * The event that led to a timer.
 *
 * @param event the event
 * @param subject what it happened to
 * @param depth how many causes count behind what the timer does; see {@link Timer#cause()}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TimerCause(EventId event, UUID subject, int depth) {
    /** Checks that nothing is null. */
    public TimerCause {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(subject, "subject");
    }
}

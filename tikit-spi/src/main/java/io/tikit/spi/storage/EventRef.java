package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import java.util.Objects;
import java.util.UUID;

/**
 * Where an event is: events are found by their subject.
 *
 * @param subject what it happened to
 * @param event the event
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record EventRef(UUID subject, EventId event) {
    /** Checks that nothing is null. */
    public EventRef {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(event, "event");
    }

    /**
     * Where this event is.
     *
     * @param event the event
     * @return its place
     */
    public static EventRef of(Event event) {
        return new EventRef(event.subject(), event.id());
    }
}

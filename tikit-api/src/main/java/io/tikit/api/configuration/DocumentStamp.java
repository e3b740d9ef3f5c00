package io.tikit.api.configuration;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import java.time.Instant;
import java.util.Objects;

/**
 * How a version of a document came about.
 *
 * @param format the number of the format in which its body is stored, from 1
 * @param author who wrote it; never {@link Actor.Subject}
 * @param at when
 * @param event the event that recorded it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record DocumentStamp(int format, Actor author, Instant at, EventId event) {
    /** Checks that nothing is null. */
    public DocumentStamp {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(event, "event");
    }
}

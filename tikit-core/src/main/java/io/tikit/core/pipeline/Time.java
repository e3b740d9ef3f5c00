package io.tikit.core.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one source of time of an engine: the host's, cut to milliseconds so that memory, storage and index agree. */
public record Time(InstantSource source) implements InstantSource {
    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * An instant that is not before another, so that the times on one ticket never run backwards when clocks of nodes
     * differ.
     */
    public Instant notBefore(Instant floor) {
        Instant now = instant();
        return now.isBefore(floor) ? floor : now;
    }
}

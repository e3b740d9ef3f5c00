package io.tikit.api.timer;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is to happen at an instant, once.
 *
 * @param id the id of this appointment; scheduling the same key again gives another one
 * @param handler the name of the handler that turns it into commands
 * @param key what the handler calls it; one timer waits per handler and key
 * @param subject what it is about, such as the id of a ticket
 * @param at when it is due, cut to milliseconds
 * @param payload what the handler needs to know, at most 4,000 characters, may be empty
 * @param cause the event that led to it; events of the timer name it as their cause. The depth counts on from it only if
 *     the timer was set for less than a minute ahead, so that a chain without pause is bounded and a daily one is not
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Timer(
        UUID id,
        String handler,
        String key,
        Optional<UUID> subject,
        Instant at,
        String payload,
        Optional<TimerCause> cause) {
    /** Checks that nothing is null. */
    public Timer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(cause, "cause");
    }

    /** Names the timer without its payload, which may hold personal data. */
    @Override
    public String toString() {
        return handler + "/" + key + " at " + at;
    }
}

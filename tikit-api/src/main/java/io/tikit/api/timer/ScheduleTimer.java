package io.tikit.api.timer;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks for a timer. A timer that waits under the same handler and key is replaced.
 *
 * @param handler the name of the handler, which some plugin of the engine contributes: lower-case ASCII letters, digits,
 *     dot or hyphen, at most 40 characters
 * @param key what the handler calls it: 1 to 120 visible characters of ASCII
 * @param at when; an instant that has passed is due at once
 * @param subject what it is about, such as the id of a ticket
 * @param payload what the handler needs to know, at most 4,000 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ScheduleTimer(String handler, String key, Instant at, Optional<UUID> subject, String payload)
        implements Command<Timer> {
    /** Checks that nothing is null. */
    public ScheduleTimer {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(payload, "payload");
    }

    /**
     * A timer about nothing in particular.
     *
     * @param handler the name of the handler
     * @param key what the handler calls it
     * @param at when
     * @return the command
     */
    public static ScheduleTimer of(String handler, String key, Instant at) {
        return new ScheduleTimer(handler, key, at, Optional.empty(), "");
    }

    /**
     * The same about a ticket.
     *
     * @param ticket the ticket
     * @return a copy
     */
    public ScheduleTimer on(TicketId ticket) {
        return new ScheduleTimer(handler, key, at, Optional.of(ticket.value()), payload);
    }

    /**
     * The same with what the handler needs to know.
     *
     * @param text at most 4,000 characters
     * @return a copy
     */
    public ScheduleTimer withPayload(String text) {
        return new ScheduleTimer(handler, key, at, subject, text);
    }

    /** Names the command without its payload, which may hold personal data. */
    @Override
    public String toString() {
        return "ScheduleTimer " + handler + "/" + key + " at " + at;
    }
}

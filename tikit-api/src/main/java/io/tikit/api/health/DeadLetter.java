package io.tikit.api.health;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery or timer that failed for good and waits for a person. Work of the same ticket for the same consumer waits
 * behind it; nothing waits behind a timer.
 *
 * @param id its name, for {@link io.tikit.api.Operations#replay}
 * @param consumer who failed; {@code timer/} and the name of the handler for a timer
 * @param event what should have been delivered, or what led to the timer, if an event did
 * @param ticket the ticket that is held back, if the event is about one
 * @param attempts how often it was tried
 * @param lastTry when it was tried last
 * @param error the kind and message of the last failure, at most 500 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record DeadLetter(
        UUID id,
        String consumer,
        Optional<EventId> event,
        Optional<TicketId> ticket,
        int attempts,
        Instant lastTry,
        String error) {}

package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.TikitException;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one ticket of many.
 *
 * @param ticket which ticket
 * @param assigned the ticket as it is now; empty if that was refused
 * @param refusal why it was refused; empty if it was not
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AssignmentOutcome(TicketId ticket, Optional<Ticket> assigned, Optional<TikitException> refusal) {
    /** Checks that nothing is null. */
    public AssignmentOutcome {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(assigned, "assigned");
        Objects.requireNonNull(refusal, "refusal");
    }
}

package io.tikit.api.workflow;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;

/**
 * Moves a ticket on because its time has come: wakes it, announces that it will be closed, or closes it. Nothing happens if
 * the ticket is no longer where that was to happen. The result says whether something did. The engine does so by itself, and
 * nobody else may.
 *
 * @param ticket which ticket
 * @param step what to do
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AdvanceTicket(TicketId ticket, Step step) implements Command<Boolean> {
    /** Checks that nothing is null. */
    public AdvanceTicket {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(step, "step");
    }

    /** What time brings. */
    public enum Step {
        /** A ticket that waited wants attention again. */
        WAKE,
        /** A ticket will be closed soon. */
        ANNOUNCE_CLOSING,
        /** A ticket is closed. */
        CLOSE
    }
}

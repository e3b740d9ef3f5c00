package io.tikit.core.ticket;

import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.storage.UnitOfWork;
import java.util.Optional;

/** What may speak against the end of a ticket beside what is written on it. Asked by commands and by what is offered alike. */
public interface TicketGate {
    /**
     * What speaks against it.
     *
     * @param ticket an open ticket that somebody wants to resolve or close
     * @param snapshot how the desk is set up
     * @param unit reads what else there is; at most one statement
     */
    Optional<Violation> beforeEnd(Ticket ticket, Snapshot snapshot, UnitOfWork unit);
}

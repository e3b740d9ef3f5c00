package io.tikit.core.ticket;

import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** All that may speak against the end of a ticket. */
public final class TicketGates {
    private final Set<TicketGate> gates;
    private final Snapshots snapshots;

    @Inject
    TicketGates(Set<TicketGate> gates, Snapshots snapshots) {
        this.gates = gates;
        this.snapshots = snapshots;
    }

    /** What speaks against resolving or closing an open ticket; nothing of one that is over. */
    List<Violation> beforeEnd(Ticket ticket, UnitOfWork unit) {
        if (!ticket.state().isOpen()) {
            return List.of();
        }
        Snapshot snapshot = snapshots.of(unit, true);
        return gates.stream()
                .flatMap(gate -> gate.beforeEnd(ticket, snapshot, unit).stream())
                .toList();
    }
}

package io.tikit.core.link;

import io.tikit.api.error.Violation;
import io.tikit.api.link.LinkKind;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.ticket.TicketGate;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.Optional;

/** A parent waits for its children, unless the desk wants it otherwise. */
final class ChildGate implements TicketGate {
    @Inject
    ChildGate() {}

    @Override
    public Optional<Violation> beforeEnd(Ticket ticket, Snapshot snapshot, UnitOfWork unit) {
        if (!LinkPolicy.of(snapshot).parentWaits()) {
            return Optional.empty();
        }
        // How many there are is not told: some may be hidden from whoever asks.
        return unit.links().openSources(LinkKind.PARENT, ticket.id(), 1).isEmpty()
                ? Optional.empty()
                : Optional.of(Violation.of(
                        "status",
                        "children_open",
                        "the ticket waits for its open children; end these first, or take their links away"));
    }
}

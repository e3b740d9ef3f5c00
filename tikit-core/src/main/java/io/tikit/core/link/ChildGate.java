package io.tikit.core.link;

import io.tikit.api.error.Violation;
import io.tikit.api.link.LinkKind;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.ticket.TicketGate;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parent waits for its children, unless the desk wants it otherwise. */
final class ChildGate implements TicketGate {
    /** How many of those it waits for are counted. */
    private static final int COUNTED = 50;

    @Inject
    ChildGate() {}

    @Override
    public Optional<Violation> beforeEnd(Ticket ticket, Snapshot snapshot, UnitOfWork unit) {
        if (!LinkPolicy.of(snapshot).parentWaits()) {
            return Optional.empty();
        }
        List<TicketId> open = unit.links().openSources(LinkKind.PARENT, ticket.id(), COUNTED);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "status",
                        "children_open",
                        "the ticket waits for " + (open.size() < COUNTED ? "" : "at least ") + open.size()
                                + " open children; end these first, or take their links away",
                        Map.of("count", open.size())));
    }
}

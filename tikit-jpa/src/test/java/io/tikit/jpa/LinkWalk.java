package io.tikit.jpa;

import io.tikit.api.link.LinkKind;
import io.tikit.api.link.TicketLink;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.UnitOfWork;
import java.util.Set;

/** Statements about links. */
final class LinkWalk {
    private LinkWalk() {}

    static void link(UnitOfWork unit, TicketId from, TicketId to) {
        unit.links().insert(new TicketLink(from, LinkKind.CAUSED_BY, to, Samples.NOW));
    }

    static void read(UnitOfWork unit, TicketId one, TicketId other) {
        unit.links().of(one, 200);
        unit.links().targets(LinkKind.CAUSED_BY, Set.of(one, other));
        unit.links().openSources(LinkKind.CAUSED_BY, one, 200);
        unit.links().delete(one, LinkKind.DUPLICATE, other);
    }
}

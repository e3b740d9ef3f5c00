package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.TicketLink;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Links between tickets.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface LinkContract extends StorageFixture {
    /** Links of every kind come back from both ends, the oldest first, and go one by one. */
    @Test
    default void linksComeBackFromBothEnds() {
        TestTenant tenant = TestTenant.in(storage(), "link");
        TicketId one = tenant.storedTicket().id();
        TicketId two = tenant.storedTicket().id();
        List<TicketLink> links = new ArrayList<>();
        for (LinkKind kind : LinkKind.values()) {
            Instant since = TestTenant.START.minusSeconds(links.size());
            links.add(
                    0,
                    links.size() % 2 == 0
                            ? new TicketLink(one, kind, two, since)
                            : new TicketLink(two, kind, one, since));
        }
        tenant.write(unit -> links.forEach(unit.links()::insert));
        assertThat(tenant.list(unit -> unit.links().of(one, 100))).containsExactlyElementsOf(links);
        assertThat(tenant.list(unit -> unit.links().of(two, 100))).containsExactlyElementsOf(links);
        assertThat(tenant.list(unit -> unit.links().of(two, 3))).containsExactlyElementsOf(links.subList(0, 3));
        TicketLink gone = links.get(1);
        boolean[] there = new boolean[3];
        tenant.write(unit -> there[2] = unit.links().delete(gone.to(), gone.kind(), gone.from()));
        tenant.write(unit -> there[0] = unit.links().delete(gone.from(), gone.kind(), gone.to()));
        tenant.write(unit -> there[1] = unit.links().delete(gone.from(), gone.kind(), gone.to()));
        assertThat(there).containsExactly(true, false, false);
        links.remove(1);
        assertThat(tenant.list(unit -> unit.links().of(one, 100))).containsExactlyElementsOf(links);
    }

    /** One step along links of a kind is one in their direction, from several tickets at once. */
    @Test
    default void linksLeadOneWay() {
        TestTenant tenant = TestTenant.in(storage(), "link-step");
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tickets.add(tenant.storedTicket().id());
        }
        tenant.write(unit -> {
            unit.links().insert(link(tickets.get(0), LinkKind.CAUSED_BY, tickets.get(2)));
            unit.links().insert(link(tickets.get(0), LinkKind.CAUSED_BY, tickets.get(3)));
            unit.links().insert(link(tickets.get(1), LinkKind.CAUSED_BY, tickets.get(3)));
            unit.links().insert(link(tickets.get(1), LinkKind.PARENT, tickets.get(4)));
        });
        Set<TicketId> from = Set.of(tickets.get(0), tickets.get(1));
        assertThat(tenant.<Set<TicketId>>read(unit -> unit.links().targets(LinkKind.CAUSED_BY, from)))
                .containsExactlyInAnyOrder(tickets.get(2), tickets.get(3));
        assertThat(tenant.<Set<TicketId>>read(unit -> unit.links().targets(LinkKind.PARENT, Set.of(tickets.get(4)))))
                .isEmpty();
    }

    /** The open tickets that are linked to one are found by kind, and not those that are over. */
    @Test
    default void openTicketsLinkedToOneAreFound() {
        TestTenant tenant = TestTenant.in(storage(), "link-open");
        TicketId parent = tenant.storedTicket().id();
        List<Ticket> children = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            children.add(tenant.storedTicket());
        }
        tenant.write(unit -> children.forEach(child -> unit.links().insert(link(child.id(), LinkKind.PARENT, parent))));
        tenant.write(unit -> unit.links().insert(link(children.get(0).id(), LinkKind.RELATED, parent)));
        List<TicketId> open = Expect.byId(
                children.stream()
                        .filter(child -> child.state().isOpen())
                        .map(Ticket::id)
                        .toList(),
                TicketId::value);
        assertThat(open).hasSizeBetween(3, 29);
        assertThat(tenant.list(unit -> unit.links().openSources(LinkKind.PARENT, parent, 100)))
                .containsExactlyElementsOf(open);
        assertThat(tenant.list(unit -> unit.links().openSources(LinkKind.PARENT, parent, 2)))
                .containsExactlyElementsOf(open.subList(0, 2));
        assertThat(tenant.list(unit -> unit.links().openSources(LinkKind.CAUSED_BY, parent, 100)))
                .isEmpty();
    }

    /** A unit sees the links that it has written; nobody sees them after a roll back. */
    @Test
    default void linksAreSeenByTheirUnit() {
        TestTenant tenant = TestTenant.in(storage(), "link-own");
        TicketLink link = link(
                tenant.storedTicket().id(),
                LinkKind.RELATED,
                tenant.storedTicket().id());
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.links().insert(link);
            assertThat(unit.links().of(link.from(), 10)).containsExactly(link);
        }
        assertThat(tenant.list(unit -> unit.links().of(link.from(), 10))).isEmpty();
    }

    private static TicketLink link(TicketId from, LinkKind kind, TicketId to) {
        return new TicketLink(from, kind, to, TestTenant.START);
    }
}

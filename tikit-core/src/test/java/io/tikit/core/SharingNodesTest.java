package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.access.Permission;
import io.tikit.api.condition.Condition;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.UpdateOrganisation;
import io.tikit.api.people.User;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.tck.Requirement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Members of an organisation see each other's tickets when it shares, on every node, and only as long. */
class SharingNodesTest {
    @Test
    @Requirement("REQ-UM-003")
    void membersSeeEachOthersTicketsAsLongAsTheyShare() throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture first = node(postgres);
                DeskFixture second = node(postgres)) {
            Organisation acme =
                    first.admin.organisations().create(CreateOrganisation.of("Umbrella", "umbrella.example"));
            User alice = member(first, "alice");
            User jill = member(first, "jill");
            Ticket leak = first.as(alice).tickets().create(CreateTicket.of("Leak in zorvex", alice.id()));
            first.admin.conversations().note(AddNote.to(leak.id(), "blenq is behind it"));
            Ticket outside = first.as(first.emily).tickets().create(CreateTicket.of("Other zorvex", first.emily.id()));
            first.settle();
            second.settle();
            List<Desk> jills = List.of(first.as(jill), second.as(jill));

            jills.forEach(desk -> hidden(desk, acme, leak)); // off by default
            first.admin.organisations().update(UpdateOrganisation.of(acme.id()).withShared(true));
            for (Desk desk : jills) {
                seen(desk, acme, leak);
                assertThat(desk.tickets().find(outside.id())).isEmpty();
                assertThat(desk.search().tickets(SearchQuery.of("blenq")).items())
                        .isEmpty();
                assertThat(desk.conversations()
                                .entries(leak.id(), PageRequest.first(10))
                                .items())
                        .allMatch(entry -> entry.kind().isPublic());
                assertThatThrownBy(() -> desk.conversations().reply(Reply.to(leak.id(), "Me too")))
                        .isInstanceOf(NotPermittedException.class);
            }
            assertThat(first.admin
                            .access()
                            .explain(jill.id(), Permission.TICKET_SEE, Optional.of(leak.id()))
                            .allowed())
                    .isTrue();
            assertThat(first.as(first.oscar).tickets().find(leak.id())).isEmpty();

            first.admin.organisations().update(UpdateOrganisation.of(acme.id()).withShared(false));
            jills.forEach(desk -> hidden(desk, acme, leak));
            first.admin.organisations().update(UpdateOrganisation.of(acme.id()).withShared(true));
            jills.forEach(desk -> seen(desk, acme, leak));
            first.admin.organisations().change(ChangeMembership.leave(acme.id(), jill.id()));
            jills.forEach(desk -> hidden(desk, acme, leak));

            // By a setting they answer as well.
            first.admin.configuration().save(SaveDocument.of("role", "customer", "Customer", """
                    {"grants": [
                      {"effect": "allow", "actions": ["ticket.*"], "scope": "own", "as": ["requester"]},
                      {"effect": "deny", "actions": ["ticket.change", "ticket.assign", "ticket.move"]},
                      {"effect": "allow", "actions": ["ticket.see", "ticket.reply"], "scope": "shared"}]}
                    """));
            first.admin.organisations().change(ChangeMembership.join(acme.id(), jill.id()));
            first.as(jill).conversations().reply(Reply.to(leak.id(), "Me too"));
            assertThatThrownBy(() -> first.as(jill).conversations().note(AddNote.to(leak.id(), "Hm")))
                    .isInstanceOf(NotPermittedException.class);
        }
    }

    private static void seen(Desk desk, Organisation acme, Ticket ticket) {
        assertThat(desk.tickets().get(ticket.id()).id()).isEqualTo(ticket.id());
        assertThat(listed(desk, acme)).containsExactly(ticket.id());
        assertThat(found(desk)).containsExactly(ticket.id());
        assertThat(desk.search().counts(Condition.always(), "state").values()).containsExactly(1L);
        assertThat(desk.tickets().history(ticket.id(), PageRequest.first(10)).items())
                .isNotEmpty();
        assertThat(desk.attachments().list(ticket.id(), PageRequest.first(10)).items())
                .isEmpty();
    }

    private static void hidden(Desk desk, Organisation acme, Ticket ticket) {
        assertThat(desk.tickets().find(ticket.id())).isEmpty();
        assertThat(listed(desk, acme)).isEmpty();
        assertThat(found(desk)).isEmpty();
        assertThat(desk.search().counts(Condition.always(), "state")).isEmpty();
        assertThatThrownBy(() -> desk.tickets().history(ticket.id(), PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.attachments().list(ticket.id(), PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.conversations().entries(ticket.id(), PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
    }

    private static List<TicketId> listed(Desk desk, Organisation organisation) {
        return desk.tickets().list(TicketQuery.where(TicketFields.ORGANISATION.is(organisation.id()))).items().stream()
                .map(TicketSummary::id)
                .toList();
    }

    private static List<TicketId> found(Desk desk) {
        return desk.search().tickets(SearchQuery.of("zorvex")).items().stream()
                .map(hit -> hit.ticket().id())
                .toList();
    }

    private static User member(DeskFixture desk, String name) {
        return desk.admin
                .people()
                .createUser(CreateUser.of(name, name + "@umbrella.example").withRole(Role.CUSTOMER));
    }

    private static DeskFixture node(EmbeddedPostgres postgres) {
        return new DeskFixture(builder -> builder.setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }
}

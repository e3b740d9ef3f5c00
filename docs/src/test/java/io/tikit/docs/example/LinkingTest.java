package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.LinkTickets;
import io.tikit.api.link.TicketLink;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page about links shows. */
class LinkingTest {
    @Test
    void incidentsFollowTheirProblem() {
        try (Tikit tikit = TikitEngine.builder().build()) {
            Person ada = Person.of("Ada", "ada@acme.example");
            TenantId acme = tikit.tenants().create("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            // tag::link
            Ticket incident = desk.tickets().create(CreateTicket.of("No network on floor 3", emily.id()));
            Ticket problem = desk.tickets().create(CreateTicket.of("Switch 3 fails", emily.id()));
            TicketLink link = desk.links().link(LinkTickets.of(incident.id(), LinkKind.CAUSED_BY, problem.id()));
            List<TicketLink> behindTheProblem = desk.links().of(problem.id());
            // end::link
            assertThat(behindTheProblem).containsExactly(link);
            // tag::follow
            desk.configuration().save(SaveDocument.of("link-policy", "desk", "Links", """
                    {"parentWaits": true,
                     "follow": [{"kind": "caused_by", "when": "resolved"},
                                {"kind": "duplicate", "when": "resolved"}]}
                    """));
            desk.tickets().update(UpdateTicket.of(problem.id(), new TicketChange.SetStatus(Status.RESOLVED)));
            tikit.operations().awaitDelivery(Duration.ofSeconds(30)); // only so that this example does not run ahead

            assertThat(desk.tickets().get(incident.id()).state()).isEqualTo(State.RESOLVED);
            // end::follow
        }
    }
}

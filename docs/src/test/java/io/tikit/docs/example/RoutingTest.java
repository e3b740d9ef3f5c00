package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.AssignmentHistory;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.Assignments;
import io.tikit.api.routing.OwnershipTime;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.QueueState;
import io.tikit.api.routing.RoutingExplanation;
import io.tikit.api.routing.RoutingSimulation;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.SimulateRouting;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.TikitEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tickets find their team. */
class RoutingTest {
    @Test
    void rulesSendTickets() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            Team billing = desk.people().createTeam(CreateTeam.of("Billing"));
            // tag::rule
            desk.configuration().save(SaveDocument.of("routing-rule", "orders", "Orders go to billing", """
                            {"order": 10,
                             "when": "priority>=medium",
                             "patterns": [{"regex": "(?i)order[ #]+(?P<order_number>[0-9]{4,8})"},
                                          {"any": ["refund", "money back"]}],
                             "team": "%s"}
                            """.formatted(
                            billing.id())));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("Order #20417", emily.id()).withDescription("I want my money back."));
            // end::rule
            assertThat(ticket.team()).contains(billing.id());
            assertThat(ticket.field("order_number")).contains(new FieldValue.Text("20417"));
            // tag::explain
            RoutingExplanation.ByRule why =
                    desk.routing().explain(ticket.id()).team().orElseThrow();
            assertThat(why.rule()).isEqualTo("orders");
            assertThat(why.version()).isEqualTo(1);
            // end::explain
            Team sales = desk.people().createTeam(CreateTeam.of("Sales"));
            Instant now = ticket.summary().createdAt().plus(Duration.ofMinutes(1));
            Instant lastMonth = now.minus(Duration.ofDays(30));
            // tag::simulate
            SaveDocument draft =
                    SaveDocument.of("routing-rule", "orders", "Orders go to sales", """
                    {"patterns": [{"any": ["order"]}], "team": "%s"}
                    """.formatted(sales.id()));
            RoutingSimulation outcome = desk.routing()
                    .simulate(SimulateRouting.of(lastMonth, now, draft), progress -> progress.done() < 5_000);
            assertThat(outcome.counts().drafts()).isEqualTo(Map.of(sales.id(), 1));
            assertThat(outcome.counts().present()).isEqualTo(Map.of(billing.id(), 1));
            // end::simulate
        }
    }

    @Test
    void agentsGetTickets() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            User sarah = desk.people().createUser(new CreateUser(Person.of("Sarah", "sarah@acme.example"), Role.AGENT));
            User bob = desk.people().createUser(new CreateUser(Person.of("Bob", "bob@acme.example"), Role.AGENT));
            Team network = desk.people().createTeam(CreateTeam.of("Network", sarah.id(), bob.id()));
            // tag::agents
            desk.routing().update(UpdateAgent.of(sarah.id(), 10).with("vpn", 7).with("german", 2));
            desk.routing().update(UpdateAgent.of(bob.id(), 10).with("vpn", 2));
            desk.routing().present(SetPresence.of(sarah.id(), Presence.ONLINE).lasting(Duration.ofMinutes(5)));
            desk.routing().present(SetPresence.of(bob.id(), Presence.ONLINE));
            desk.configuration()
                    .save(SaveDocument.of("team-routing", "network", "Network by skill", """
                            {"team": "%s",
                             "strategy": "skill_based",
                             "needs": [{"when": "subject~vpn", "required": [{"skill": "vpn", "level": 5}]}],
                             "relax": [{"afterMinutes": 30, "skills": ["vpn"]}]}
                            """.formatted(network.id())));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("VPN drops", emily.id()).withTeam(network.id()));
            tikit.operations().awaitDelivery(Duration.ofSeconds(30)); // only so that this example does not run ahead

            RoutingExplanation.ByStrategy why =
                    desk.routing().explain(ticket.id()).agent().orElseThrow();
            assertThat(why.agent()).isEqualTo(sarah.id());
            assertThat(why.reason()).isEqualTo(AssignmentReason.SKILLED);
            assertThat(why.passedOver()).isEqualTo(Map.of(bob.id(), PassedOver.LACKS_SKILL));
            // end::agents
        }
    }

    @Test
    void ticketsGoFromHandToHand() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            User sarah = desk.people().createUser(new CreateUser(Person.of("Sarah", "sarah@acme.example"), Role.AGENT));
            User bob = desk.people().createUser(new CreateUser(Person.of("Bob", "bob@acme.example"), Role.AGENT));
            Team network = desk.people().createTeam(CreateTeam.of("Network", sarah.id(), bob.id()));
            Ticket waiting = desk.tickets()
                    .create(CreateTicket.of("VPN drops", emily.id()).withTeam(network.id()));
            // tag::queue
            Page<TicketSummary> next = desk.routing().queue(network.id(), PageRequest.first(20));
            QueueState state = desk.routing().queueState(network.id());
            // end::queue
            assertThat(next.items()).extracting(TicketSummary::id).containsExactly(waiting.id());
            assertThat(state.waiting()).isEqualTo(1);
            // tag::hand
            Assignments sarahs = tikit.as(Caller.of(acme, sarah.id())).routing().assignments();
            Ticket mine = sarahs.takeNext(network.id()).orElseThrow();
            sarahs.assign(AssignTicket.to(mine.id(), bob.id())
                    .because("Bob set the tunnel up")
                    .withNote("The log ends at 10:04, see below."));
            // end::hand
            // tag::history
            AssignmentHistory history = desk.routing().history(mine.id());
            assertThat(history.intervals())
                    .extracting(interval -> interval.why().cause())
                    .containsExactly(AssignmentCause.ASSIGNED, AssignmentCause.TAKEN, AssignmentCause.ASSIGNED);
            assertThat(history.intervals().get(2).why().reason()).contains("Bob set the tunnel up");
            OwnershipTime sarahHadIt = history.agents().get(sarah.id());
            // end::history
            assertThat(sarahHadIt).isNotNull();
            assertThat(mine.id()).isEqualTo(waiting.id());
            assertThat(desk.tickets().get(mine.id()).assignee()).contains(bob.id());
        }
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.category.Category;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.event.Fact;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.RoutingExplanation;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.SuggestionState;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UC-002: what a customer writes is understood, sent to a team and an agent who is there, who is told and finds it. */
class RouteTicketScenarioTest {
    private final Bell bell = new Bell();
    private DeskFixture desk;
    private Category vpn;
    private Category printing;
    private Team network;
    private User ann;
    private User bob;
    private User cleo;

    @BeforeEach
    void open() {
        desk = new DeskFixture(builder -> builder.plugin(bell.plugin()));
        Category networks = desk.admin.categories().create(CreateCategory.of("Networks"));
        vpn = desk.admin.categories().create(CreateCategory.below(networks.id(), "VPN"));
        printing = desk.admin.categories().create(CreateCategory.of("Printing"));
        ann = agent("Ann", 4);
        bob = agent("Bob", 1);
        cleo = agent("Cleo", 4);
        network = desk.admin.people().createTeam(CreateTeam.of("Network", ann.id(), bob.id(), cleo.id()));
        save(
                "routing-rule",
                "networks",
                "{'order':1,'when':'category:under(" + networks.id() + ")','team':'" + network.id() + "'}");
        save("routing-rule", "rest", "{'order':9,'team':'" + desk.hardware.id() + "'}");
        save(
                "team-routing",
                "network",
                "{'team':'" + network.id() + "','strategy':'skill_based','needs':[{'when':'priority>=high',"
                        + "'required':[{'skill':'routers','level':2}]}]}");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private User agent(String name, int routers) {
        Person person = Person.of(name, name + "@acme.example");
        User user = desk.admin.people().createUser(new CreateUser(person, Role.AGENT));
        desk.admin.routing().update(UpdateAgent.of(user.id(), 5).with("routers", routers));
        return user;
    }

    private void save(String kind, String key, String body) {
        desk.admin.configuration().save(SaveDocument.of(kind, key, key, body.replace('\'', '"')));
    }

    private void present(User user, Presence presence) {
        desk.as(user).routing().present(SetPresence.of(user.id(), presence));
    }

    /** What people decided before is what the desk learns from. */
    private void learn() {
        save("suggestion-policy", "all", "{'fields':['category','priority'],'apply':60}");
        Desk sarah = desk.as(desk.agent);
        for (int i = 0; i < 15; i++) {
            Ticket tunnel = desk.ticket("The tunnel of my VPN drops " + i);
            sarah.tickets()
                    .update(UpdateTicket.of(
                            tunnel.id(),
                            new TicketChange.SetCategory(vpn.id()),
                            new TicketChange.SetPriority(Priority.HIGH),
                            new TicketChange.SetStatus(Status.RESOLVED)));
            Ticket toner = desk.ticket("No toner left in our printer " + i);
            sarah.tickets()
                    .update(UpdateTicket.of(
                            toner.id(),
                            new TicketChange.SetCategory(printing.id()),
                            new TicketChange.SetPriority(Priority.LOW),
                            new TicketChange.SetStatus(Status.RESOLVED)));
        }
        desk.settle();
    }

    @Test
    @Requirement({"REQ-TM-008", "REQ-TM-011", "REQ-TM-022", "REQ-TM-028", "REQ-TM-030", "REQ-AW-004"})
    void aTicketFindsItsWayFromWhatIsWrittenToAnAgentWhoIsThere() {
        learn();
        present(ann, Presence.ONLINE);
        present(bob, Presence.ONLINE);
        bell.forget();

        Ticket asked = desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("My tunnel drops", desk.emily.id()).withDescription("Since Monday."));
        // Understood and sent to a team when the call returns.
        assertThat(asked.category()).contains(vpn.id());
        assertThat(asked.priority()).isEqualTo(Priority.HIGH);
        assertThat(asked.team()).contains(network.id());

        // First the ticket finds its agent, and what follows from that is work of its own.
        desk.settle();
        desk.settle();
        Desk agent = desk.as(ann);
        TicketQuery mine = TicketQuery.where(TicketFields.ASSIGNEE.is(ann.id()).and(TicketFields.STATUS.isOpen()));
        assertThat(agent.tickets().list(mine).items())
                .extracting(TicketSummary::number)
                .containsExactly(asked.number());
        assertThat(bell.rung())
                .containsExactly("Ann@acme.example: " + asked.number() + " was assigned to you, My tunnel drops");

        assertThat(agent.suggestions().of(asked.id()))
                .extracting(FieldSuggestion::state)
                .containsOnly(SuggestionState.APPLIED);
        RoutingExplanation why = agent.routing().explain(asked.id());
        assertThat(why.team().orElseThrow().rule()).isEqualTo("networks");
        RoutingExplanation.ByStrategy chosen = why.agent().orElseThrow();
        assertThat(chosen.agent()).isEqualTo(ann.id());
        assertThat(chosen.reason()).isEqualTo(AssignmentReason.SKILLED);
        assertThat(chosen.passedOver())
                .isEqualTo(Map.of(bob.id(), PassedOver.LACKS_SKILL, cleo.id(), PassedOver.OFFLINE));
        othersLearnNothingOfThoseWhoWerePassedOver(asked, chosen);
    }

    /** Sarah is an agent who sees the ticket and reads its notes, of another team; she may not change agents. */
    private void othersLearnNothingOfThoseWhoWerePassedOver(Ticket asked, RoutingExplanation.ByStrategy chosen) {
        RoutingExplanation.ByStrategy told =
                desk.as(desk.agent).routing().explain(asked.id()).agent().orElseThrow();
        assertThat(told.agent()).isEqualTo(ann.id());
        assertThat(told.reason()).isEqualTo(AssignmentReason.SKILLED);
        assertThat(told.setup()).isEqualTo("network");
        assertThat(told.passedOver()).isEmpty();
        assertThat(desk.admin
                        .routing()
                        .explain(asked.id())
                        .agent()
                        .orElseThrow()
                        .passedOver())
                .isEqualTo(chosen.passedOver());
        assertThat(routingFacts(desk.as(desk.agent), asked)).contains("reason").doesNotContain("passed");
        assertThat(routingFacts(desk.as(ann), asked)).contains("reason", "passed");
        assertThat(routingFacts(desk.admin, asked)).contains("reason", "passed");
    }

    private static List<String> routingFacts(Desk reader, Ticket ticket) {
        return reader.tickets().history(ticket.id(), PageRequest.first(50)).items().stream()
                .flatMap(event -> event.facts().stream())
                .filter(fact -> fact.source().equals("routing"))
                .map(Fact::name)
                .toList();
    }

    @Test
    @Requirement("REQ-TM-030")
    void anotherCategoryGoesToAnotherTeam() {
        learn();
        present(ann, Presence.ONLINE);
        Ticket asked = desk.ticket("The printer has no toner");
        assertThat(asked.category()).contains(printing.id());
        assertThat(asked.priority()).isEqualTo(Priority.LOW);
        assertThat(asked.team()).contains(desk.hardware.id());
        desk.settle();
        assertThat(desk.as(desk.agent).tickets().get(asked.id()).assignee()).isEmpty();
    }

    @Test
    void theOrganisationFollowsTheRequesterAlsoWhenARuleMovesTheTicket() {
        save("routing-rule", "vpn", "{'when':'category:" + vpn.id() + "','again':true,'team':'" + network.id() + "'}");
        Organisation umbrella =
                desk.admin.organisations().create(CreateOrganisation.of("Umbrella", "umbrella.example"));
        User alice = desk.admin
                .people()
                .createUser(new CreateUser(Person.of("Alice", "alice@umbrella.example"), Role.CUSTOMER));
        Ticket ticket = desk.ticket("Something else");
        assertThat(ticket.team()).contains(desk.hardware.id());
        Ticket moved = desk.as(desk.agent)
                .tickets()
                .update(UpdateTicket.of(
                        ticket.id(),
                        new TicketChange.SetRequester(alice.id()),
                        new TicketChange.SetCategory(vpn.id())));
        assertThat(moved.team()).contains(network.id());
        assertThat(moved.organisation()).contains(umbrella.id());
    }
}

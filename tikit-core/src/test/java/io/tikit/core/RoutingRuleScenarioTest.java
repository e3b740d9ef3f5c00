package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Person;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.routing.RoutingExplanation;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules send tickets into the queues of teams while they are created. */
class RoutingRuleScenarioTest {
    private DeskFixture desk;
    private Team network;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
        network = desk.admin
                .people()
                .teamByName("Network")
                .orElseGet(() -> desk.admin.people().createTeam(CreateTeam.of("Network", desk.agent.id())));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void rule(String key, String body) {
        desk.admin.configuration().save(SaveDocument.of("routing-rule", key, key, body.replace('\'', '"')));
    }

    private Ticket create(String subject, String description) {
        return desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of(subject, desk.emily.id()).withDescription(description));
    }

    @Test
    @Requirement("REQ-TM-008")
    void theFirstRuleThatHoldsSendsTheTicketAndSaysSo() {
        rule("vpn", "{'order':10,'patterns':[{'all':['VPN']}],'team':'" + network.id() + "'}");
        rule("rest", "{'order':20,'team':'" + desk.hardware.id() + "'}");
        Ticket vpn = create("The vpn, again", "drops");
        Ticket other = create("Broken screen", "in room 5");
        assertThat(vpn.team()).contains(network.id());
        assertThat(other.team()).contains(desk.hardware.id());
        RoutingExplanation why = desk.as(desk.agent).routing().explain(vpn.id());
        assertThat(why.team()).hasValueSatisfying(by -> {
            assertThat(by.team()).isEqualTo(network.id());
            assertThat(by.rule()).isEqualTo("vpn");
            assertThat(by.version()).isEqualTo(1);
        });
        rule("vpn", "{'order':30,'patterns':[{'all':['VPN']}],'team':'" + network.id() + "'}");
        Ticket later = create("vpn", "");
        assertThat(later.team()).contains(desk.hardware.id());
        assertThat(desk.as(desk.agent).routing().explain(vpn.id()).team())
                .hasValueSatisfying(by -> assertThat(by.version()).isEqualTo(1));
        assertThatThrownBy(() -> desk.as(desk.emily).routing().explain(vpn.id()))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void rulesAskForTheOrganisationOfTheRequesterAndForAFieldSuchAsTheLanguage() {
        Organisation beta = desk.admin.organisations().create(CreateOrganisation.of("Beta", "beta.example"));
        User theirs =
                desk.admin.people().createUser(new CreateUser(Person.of("Bea", "bea@beta.example"), Role.CUSTOMER));
        rule("beta", "{'order':1,'when':'organisation:" + beta.id() + "','team':'" + network.id() + "'}");
        rule("german", "{'order':2,'when':'field.language:de','team':'" + desk.hardware.id() + "'}");
        CreateTicket german = CreateTicket.of("Hallo", desk.emily.id())
                .with(new TicketChange.SetField("language", new FieldValue.Text("de")));
        assertThat(desk.as(theirs)
                        .tickets()
                        .create(CreateTicket.of("Hello", theirs.id()))
                        .team())
                .contains(network.id());
        assertThat(desk.as(desk.emily).tickets().create(german).team()).contains(desk.hardware.id());
        assertThat(create("Hello", "").team()).isEmpty();
    }

    @Test
    void whatTheCallerChoseIsNeverOverridden() {
        rule("all", "{'team':'" + network.id() + "','priority':'critical'}");
        Ticket given = desk.as(desk.agent)
                .tickets()
                .create(CreateTicket.of("Mine", desk.emily.id()).withTeam(desk.hardware.id()));
        assertThat(given.team()).contains(desk.hardware.id());
        assertThat(given.priority()).isEqualTo(Priority.MEDIUM);
        assertThat(desk.as(desk.agent).routing().explain(given.id()).team()).isEmpty();
        assertThat(create("Not given", "").priority()).isEqualTo(Priority.CRITICAL);
        assertThat(desk.as(desk.emily)
                        .tickets()
                        .create(CreateTicket.of("Low", desk.emily.id()).withPriority(Priority.LOW))
                        .priority())
                .isEqualTo(Priority.LOW);
    }

    @Test
    @Requirement("REQ-AW-003")
    void patternsFindWordsPhrasesAndExpressionsAndTakeWhatTheyName() {
        rule(
                "order",
                "{'order':1,'patterns':[{'in':['description'],'regex':'(?i)order[ #]+(?P<order_number>[0-9]{4,8})'},"
                        + "{'any':['refund','money back']}],'team':'" + network.id() + "','skills':[{'skill':'billing',"
                        + "'level':3}],'agent':'" + desk.agent.id() + "'}");
        Ticket found = create("Please", "Order #20417 is broken. I want my MONEY  back!");
        assertThat(found.team()).contains(network.id());
        assertThat(found.field("order_number")).contains(new FieldValue.Text("20417"));
        assertThat(found.field("routing_skills")).contains(new FieldValue.Text("billing=3"));
        assertThat(found.field("routing_agent"))
                .contains(new FieldValue.Id(desk.agent.id().value()));
        assertThat(create("Please", "Order #20417 is moneybacked").team()).isEmpty();
        assertThat(create("Order #20417 refund", "nothing here").team()).isEmpty();
        rule("slow", "{'order':0,'patterns':[{'regex':'(a*)*b'}],'team':'" + network.id() + "'}");
        assertThat(create("a".repeat(250), "a".repeat(19_000)).team()).isEmpty();
    }

    @Test
    void conditionsAndChannelsDecideToo() {
        rule("loud", "{'when':'priority>=high field.floor>3','channels':['mail'],'team':'" + network.id() + "'}");
        CreateTicket high = CreateTicket.of("High", desk.emily.id())
                .withPriority(Priority.HIGH)
                .with(new TicketChange.SetField("floor", new FieldValue.Whole(4)));
        assertThat(desk.as(desk.emily).tickets().create(high).team()).isEmpty();
        Caller byMail = Caller.of(desk.tenant, desk.emily.id()).via(Channel.MAIL);
        assertThat(desk.tikit.as(byMail).tickets().create(high).team()).contains(network.id());
        assertThat(desk.tikit
                        .as(byMail)
                        .tickets()
                        .create(CreateTicket.of("Low", desk.emily.id()))
                        .team())
                .isEmpty();
    }

    @Test
    void scoredRulesAddUpTheirPoints() {
        desk.admin.configuration().save(SaveDocument.of("routing", "desk", "Routing", "{\"mode\":\"scored\"}"));
        rule("a", "{'order':1,'points':3,'patterns':[{'all':['printer']}],'team':'" + desk.hardware.id() + "'}");
        rule("b", "{'order':2,'points':2,'patterns':[{'all':['network']}],'team':'" + network.id() + "'}");
        rule("c", "{'order':3,'points':2,'patterns':[{'all':['cable']}],'team':'" + network.id() + "'}");
        assertThat(create("network printer", "").team()).contains(desk.hardware.id());
        Ticket both = create("network printer", "has no cable");
        assertThat(both.team()).contains(network.id());
        assertThat(desk.as(desk.agent).routing().explain(both.id()).team()).hasValueSatisfying(by -> {
            assertThat(by.rule()).isEqualTo("b");
            assertThat(by.points()).containsEntry(network.id(), 4L).containsEntry(desk.hardware.id(), 3L);
        });
    }

    @Test
    void aRuleMayBeAskedAgainButNotAgainstAPersonsChoice() {
        rule("again", "{'again':true,'when':'priority:critical','team':'" + network.id() + "'}");
        rule("rest", "{'order':5000,'team':'" + desk.hardware.id() + "'}");
        Ticket ticket = create("Later", "");
        UpdateTicket worse = UpdateTicket.of(ticket.id(), new TicketChange.SetPriority(Priority.CRITICAL));
        assertThat(ticket.team()).contains(desk.hardware.id());
        assertThat(desk.as(desk.agent).tickets().update(worse).team()).contains(network.id());
        assertThat(desk.as(desk.agent).routing().explain(ticket.id()).team())
                .hasValueSatisfying(by -> assertThat(by.rule()).isEqualTo("again"));
        Ticket placed = desk.as(desk.agent)
                .tickets()
                .create(CreateTicket.of("Placed", desk.emily.id()).withTeam(desk.hardware.id()));
        assertThat(desk.as(desk.agent)
                        .tickets()
                        .update(UpdateTicket.of(placed.id(), new TicketChange.SetPriority(Priority.CRITICAL)))
                        .team())
                .contains(desk.hardware.id());
    }

    @Test
    void whatIsWrongWithARuleIsToldWhenItIsSaved() {
        assertThatThrownBy(() -> rule(
                        "bad",
                        "{'when':'prioritty:high','patterns':[{'regex':'(['},{'in':['body'],'all':['...']},"
                                + "{'regex':'(x{1000}){1000}'},{}],'team':'nobody','skills':[{'skill':'Ä'}]}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path, Violation::key)
                                .extracting(Object::toString)
                                .contains(
                                        "(\"body.patterns[0].regex\", \"bad_regex\")",
                                        "(\"body.patterns[1].in\", \"unknown_field\")",
                                        "(\"body.patterns[1].all\", \"required\")",
                                        "(\"body.patterns[2].regex\", \"too_complex\")",
                                        "(\"body.patterns[3]\", \"required\")",
                                        "(\"body.team\", \"bad_id\")",
                                        "(\"body.skills[0].skill\", \"bad_name\")"));
        assertThatThrownBy(() -> rule("bad", "{'when':'prioritty:high','team':'" + network.id() + "'}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path)
                                .containsExactly("body.when"));
        assertThatThrownBy(() -> rule("bad", "{'when':'\"some words\"','team':'" + network.id() + "'}"))
                .isInstanceOf(InvalidException.class);
    }
}

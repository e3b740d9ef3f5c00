package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Priorities that follow from urgency and impact, until somebody says otherwise. */
class PriorityScenarioTest {
    private static final String CELLS = "'cells':["
            + "{'urgency':'later','impact':'one','priority':'low'},{'urgency':'later','impact':'all','priority':'medium'},"
            + "{'urgency':'now','impact':'one','priority':'high'},{'urgency':'now','impact':'all','priority':'critical'}]";

    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
        field("urgency", "later", "now");
        field("impact", "one", "all");
        save("priority-matrix", "desk", "{'urgency':'urgency','impact':'impact'," + CELLS + "}");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void save(String kind, String key, String body) {
        desk.admin.configuration().save(SaveDocument.of(kind, key, key, body.replace('\'', '"')));
    }

    private void field(String key, String low, String high) {
        save(
                "field",
                key,
                "{'type':'choice','options':[{'key':'" + low + "','rank':1,'label':'A'},{'key':'" + high
                        + "','rank':2,'label':'B'}]}");
    }

    private static TicketChange set(String field, String value) {
        return new TicketChange.SetField(field, new FieldValue.Text(value));
    }

    private Ticket open(TicketChange... changes) {
        CreateTicket command = CreateTicket.of("Printer", desk.emily.id());
        for (TicketChange change : changes) {
            command = command.with(change);
        }
        return desk.as(desk.agent).tickets().create(command);
    }

    private Ticket change(Ticket ticket, TicketChange... changes) {
        return desk.as(desk.agent).tickets().update(UpdateTicket.of(ticket.id(), changes));
    }

    @Test
    @Requirement("REQ-TM-023")
    void priorityFollowsUrgencyAndImpactAndTheHistorySaysWhy() {
        Ticket ticket = open(set("urgency", "now"), set("impact", "all"));
        assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
        Ticket calmer = change(ticket, set("urgency", "later"));
        assertThat(calmer.priority()).isEqualTo(Priority.MEDIUM);
        List<Event> history = desk.as(desk.agent)
                .tickets()
                .history(ticket.id(), PageRequest.first(10))
                .items();
        assertThat(history.get(1).changes())
                .extracting(one -> one.field())
                .containsExactlyInAnyOrder("priority", "field.urgency");
        assertThat(history.get(1).facts())
                .extracting(fact -> fact.source() + "." + fact.name() + "="
                        + fact.value().orElseThrow().asText())
                .containsExactly(
                        "priority.matrix.version=1", "priority.by.field.urgency=later", "priority.by.field.impact=all");
    }

    @Test
    void aTicketThatLacksOneOfTheTwoKeepsItsPriority() {
        Ticket ticket = open(set("urgency", "now"));
        assertThat(ticket.priority()).isEqualTo(Priority.MEDIUM);
        Ticket chosen = open(set("urgency", "now"), new TicketChange.SetPriority(Priority.LOW));
        assertThat(chosen.field("priority_override")).isEmpty();
        assertThat(change(chosen, set("impact", "one")).priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    @Requirement("REQ-TM-023")
    void whatSomebodyChoseStaysUntilTheChoiceIsTakenBack() {
        Ticket ticket = open(set("urgency", "later"), set("impact", "one"));
        Ticket raised = change(
                ticket,
                new TicketChange.SetPriority(Priority.CRITICAL),
                set("priority_override", "The director waits for it"));
        assertThat(raised.field("priority_override")).contains(new FieldValue.Text("The director waits for it"));
        assertThat(change(raised, set("impact", "all")).priority()).isEqualTo(Priority.CRITICAL);
        Ticket back = change(raised, new TicketChange.ClearField("priority_override"));
        assertThat(back.priority()).isEqualTo(Priority.MEDIUM);

        Ticket other = change(ticket, new TicketChange.SetPriority(Priority.HIGH));
        assertThat(other.field("priority_override")).contains(new FieldValue.Text("by hand"));
        Ticket both = open(set("urgency", "now"), set("impact", "all"), new TicketChange.SetPriority(Priority.LOW));
        assertThat(both.priority()).isEqualTo(Priority.LOW);
        assertThat(both.field("priority_override")).isPresent();
    }

    @Test
    void sendingWhatIsThereAlreadyIsNoChoice() {
        Ticket ticket = open(set("urgency", "later"), set("impact", "one"));
        Ticket raised = change(ticket, new TicketChange.SetPriority(Priority.LOW), set("impact", "all"));
        assertThat(raised.priority()).isEqualTo(Priority.MEDIUM);
        assertThat(raised.field("priority_override")).isEmpty();
    }

    @Test
    void whoeverMayNotReadAFieldIsNotToldItsValueAsAReason() {
        save(
                "role",
                "partner",
                "{'grants':[{'effect':'allow','actions':['ticket.*','note.read']}],"
                        + "'fields':[{'field':'field.impact','read':'deny'}]}");
        User pam = desk.admin
                .people()
                .createUser(CreateUser.of("Pam", "pam@acme.example").withRole(new Role("partner")));
        Ticket ticket = open(set("urgency", "now"), set("impact", "all"));
        assertThat(desk.as(pam)
                        .tickets()
                        .history(ticket.id(), PageRequest.first(5))
                        .items())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.facts()).isEmpty());
    }

    @Test
    void aTicketFullOfFieldsTakesAPriorityAndGoesOn() {
        TicketChange[] most = new TicketChange[100];
        most[0] = set("urgency", "now");
        most[1] = set("impact", "all");
        for (int i = 2; i < most.length; i++) {
            most[i] = set("f" + i, "x");
        }
        Ticket ticket = open(most);
        assertThat(change(ticket, new TicketChange.SetPriority(Priority.LOW)).fields())
                .hasSize(101);
        assertThat(change(ticket, new TicketChange.SetSubject("Goes on"), set("f2", "y"))
                        .field("f2"))
                .contains(new FieldValue.Text("y"));
        assertThatThrownBy(() -> change(ticket, set("more", "x")))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("too_many"));
    }

    @Test
    void rulesSeeThePriorityThatFollowsAndDoNotChangeIt() {
        save(
                "routing-rule",
                "critical",
                "{'when':'priority>=critical','priority':'low','team':'" + desk.hardware.id() + "'}");
        Ticket ticket = open(set("urgency", "now"), set("impact", "all"));
        assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(ticket.team()).contains(desk.hardware.id());
    }

    @Test
    void aMatrixHasOneCellForEachPairOfTwoFieldsOfTheDesk() {
        assertRefused(
                "{'urgency':'urgency','impact':'impact','cells':[{'urgency':'now','impact':'all','priority':'high'}]}",
                "missing_cell",
                "missing_cell",
                "missing_cell");
        assertRefused("{'urgency':'urgency','impact':'urgency'," + CELLS + "}", "same_field");
        assertRefused("{'urgency':'urgency','impact':'color'," + CELLS + "}", "not_a_choice");
        assertRefused(
                "{'urgency':'urgency','impact':'impact',"
                        + CELLS.replace("]", ",{'urgency':'never','impact':'one','priority':'low'}]") + "}",
                "unknown_option");
        assertRefused(
                "{'urgency':'urgency','impact':'impact',"
                        + CELLS.replace("]", ",{'urgency':'now','impact':'one','priority':'low'}]") + "}",
                "twice");
    }

    private void assertRefused(String body, String... keys) {
        assertThatThrownBy(() -> save("priority-matrix", "desk", body))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly(keys));
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.category.Category;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.category.RetireCategory;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where forms meet workflows, priorities and what has changed since they were made. */
class FormLimitsScenarioTest {
    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void save(String kind, String key, String body) {
        desk.admin.configuration().save(SaveDocument.of(kind, key, key, body.replace('\'', '"')));
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .contains(key));
    }

    @Test
    void aDefaultIsHeldToWhatIsAskedOfPeople() {
        save("field", "advice", "{'type':'rich_text','longest':2000}");
        Category hardware = desk.admin.categories().create(CreateCategory.of("Hardware"));
        save(
                "form",
                "default",
                "{'fields':[{'field':'field.advice','value':'<p>Look <img src=x onerror=alert(1)><b>here</b></p>'},"
                        + "{'field':'category','value':'" + hardware.id() + "'},"
                        + "{'field':'assignee','value':'" + desk.agent.id() + "'}]}");
        Ticket first = desk.admin.tickets().get(desk.ticket("VPN").id());
        assertThat(first.field("advice").map(FieldValue::asText).orElseThrow())
                .contains("<b>here</b>")
                .doesNotContain("onerror");
        assertThat(first.category()).contains(hardware.id());
        assertThat(first.assignee()).contains(desk.agent.id());
        desk.admin.tickets().update(UpdateTicket.of(first.id(), new TicketChange.SetStatus(Status.CLOSED)));
        // What has gone since is left out, and keeps nobody from opening a ticket.
        desk.admin.categories().retire(RetireCategory.of(hardware.id()));
        assertThat(desk.admin.tickets().get(desk.ticket("VPN again").id()).category())
                .isEmpty();
    }

    @Test
    void whatAWayNeedsCanBeGivenWhateverTheFormSays() {
        save("field", "cause", "{'type':'text'}");
        save("form", "default", "{'fields':[{'field':'subject'}]}");
        save(
                "workflow",
                "default",
                "{'initial':'new','reopened':'open','statuses':[{'key':'new','state':'new'},{'key':'open','state':'open'},"
                        + "{'key':'resolved','state':'resolved'}],'transitions':[{'to':'open'},"
                        + "{'to':'resolved','needs':['field.cause']}]}");
        Ticket ticket = desk.ticket("VPN");
        Desk agent = desk.as(desk.agent);
        TicketChange cause = new TicketChange.SetField("cause", new FieldValue.Text("A cable"));
        TicketChange resolved = new TicketChange.SetStatus(Status.RESOLVED);
        refused("needed_for_status", () -> agent.tickets().update(UpdateTicket.of(ticket.id(), resolved)));
        refused("not_on_form", () -> agent.tickets().update(UpdateTicket.of(ticket.id(), cause)));
        assertThat(agent.tickets()
                        .update(UpdateTicket.of(ticket.id(), cause, resolved))
                        .state())
                .isEqualTo(State.RESOLVED);
        // Without the field nobody could take the way any more.
        refused(
                "referred_to",
                () -> desk.admin.configuration().retire(RetireDocument.of(new DocumentKey("field", "cause"))));
    }

    @Test
    void whoeverMayNotLowerAPriorityDoesNotDoItByTheMatrix() {
        for (String field : new String[] {"urgency", "impact"}) {
            save(
                    "field",
                    field,
                    "{'type':'choice','options':[{'key':'low','rank':1,'label':'Low'},{'key':'high','rank':2,'label':'High'}]}");
        }
        save(
                "priority-matrix",
                "desk",
                "{'urgency':'urgency','impact':'impact','cells':["
                        + "{'urgency':'low','impact':'low','priority':'low'},{'urgency':'low','impact':'high','priority':'low'},"
                        + "{'urgency':'high','impact':'low','priority':'high'},"
                        + "{'urgency':'high','impact':'high','priority':'critical'}]}");
        save(
                "role",
                "junior",
                "{'grants':[{'effect':'allow','actions':['ticket.see','ticket.change','ticket.move']}]}");
        User junior = desk.admin
                .people()
                .createUser(new CreateUser(Person.of("June", "june@acme.example"), new Role("junior")));
        Desk june = desk.tikit.as(Caller.of(desk.tenant, junior.id()));
        Ticket ticket = desk.ticket("VPN");
        UpdateTicket raise = UpdateTicket.of(ticket.id(), choice("urgency", "high"), choice("impact", "high"));
        assertThat(june.tickets().update(raise).priority()).isEqualTo(Priority.CRITICAL);
        UpdateTicket lower = UpdateTicket.of(ticket.id(), choice("urgency", "low"));
        assertThatThrownBy(() -> june.tickets().update(lower))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("ticket.lower_priority");
        assertThat(desk.as(desk.agent).tickets().update(lower).priority()).isEqualTo(Priority.LOW);
    }

    private static TicketChange choice(String field, String option) {
        return new TicketChange.SetField(field, new FieldValue.Text(option));
    }
}

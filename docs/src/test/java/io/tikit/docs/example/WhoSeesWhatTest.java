package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.access.AccessExplanation;
import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may see what. */
class WhoSeesWhatTest {
    @Test
    void aRoleOfOnesOwn() {
        try (Tikit tikit = TikitEngine.builder().build()) {
            Person ada = Person.of("Ada", "ada@acme.example");
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            // tag::define
            desk.configuration().save(SaveDocument.of("role", "team_agent", "Agent of a team", """
                            {"grants": [
                               {"effect": "allow", "actions": ["ticket.*", "note.*"], "scope": "team", "below": true},
                               {"effect": "allow", "actions": ["ticket.see", "ticket.reply"], "scope": "own", "as": ["requester"]},
                               {"effect": "deny",  "actions": ["ticket.move"]},
                               {"effect": "deny",  "actions": ["ticket.change"],
                                "scope": "condition", "condition": "priority:critical"},
                               {"effect": "allow", "actions": ["people.see"]}],
                             "fields": [
                               {"field": "field.margin", "read": "deny"},
                               {"field": "requester", "write": "deny"}]}
                            """));
            User tom = desk.people()
                    .createUser(CreateUser.of("Tom", "tom@acme.example").withRole(new Role("team_agent")));
            // end::define
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            Team printers = desk.people().createTeam(CreateTeam.of("Printers", tom.id()));
            Ticket jam = desk.tickets()
                    .create(CreateTicket.of("Paper jam", emily.id())
                            .withTeam(printers.id())
                            .with(new TicketChange.SetField("margin", new FieldValue.Whole(40))));
            Ticket salary = desk.tickets().create(CreateTicket.of("Salary of May", emily.id()));
            // tag::see
            Desk toms = tikit.as(Caller.of(acme, tom.id()));
            Optional<Ticket> seen = toms.tickets().find(jam.id()); // without the field margin
            Optional<Ticket> other = toms.tickets().find(salary.id()); // empty: not found
            // end::see
            assertThat(seen)
                    .hasValueSatisfying(ticket -> assertThat(ticket.fields()).isEmpty());
            assertThat(other).isEmpty();
            // tag::actions
            List<TicketAction> actions = toms.tickets().actionsFor(jam.id());
            for (TicketAction action : actions) {
                String label = action.kind() + " " + action.target();
                String why = action.isEnabled() ? "" : action.refusals().get(0).message();
                show(label, action.isEnabled(), why);
            }
            // end::actions
            assertThat(actions).anyMatch(TicketAction::isEnabled).anyMatch(action -> !action.isEnabled());
            // tag::explain
            AccessExplanation why = desk.access().explain(tom.id(), Permission.TICKET_MOVE, Optional.of(jam.id()));
            // allowed() is false: of the two lines that speak of ticket.move, both hold, and one of them denies.
            // end::explain
            assertThat(why.allowed()).isFalse();
            assertThat(why.lines())
                    .filteredOn(line -> line.of() == Permission.TICKET_MOVE)
                    .hasSize(2)
                    .allMatch(line -> line.reason() == AccessExplanation.Reason.HOLDS);
            assertThatThrownBy(() -> toms.tickets().update(UpdateTicket.of(jam.id(), new TicketChange.ClearTeam())))
                    .isInstanceOf(NotPermittedException.class);
        }
    }

    private static void show(String label, boolean enabled, String why) {
        assertThat(label).isNotBlank();
        assertThat(enabled).isEqualTo(why.isEmpty());
    }
}

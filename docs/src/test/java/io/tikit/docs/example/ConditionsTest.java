package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.core.TikitEngine;
import org.junit.jupiter.api.Test;

/** Conditions in their three forms. */
class ConditionsTest {
    @Test
    void threeForms() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User agent = desk.people()
                    .createUser(CreateUser.of("Bo", "bo@acme.example").withRole(Role.AGENT));
            Ticket urgent = desk.tickets()
                    .create(CreateTicket.of("VPN drops every hour", agent.id()).withPriority(Priority.HIGH));
            desk.tickets().create(CreateTicket.of("New mouse", agent.id()).withPriority(Priority.LOW));
            Desk bosDesk = tikit.as(Caller.of(acme, agent.id()));
            // tag::forms
            Condition mine = bosDesk.conditions().parse("requester:me priority>=high created>=today-7d");
            String json = bosDesk.conditions().toJson(mine);
            assertThat(bosDesk.conditions().fromJson(json)).isEqualTo(mine);
            assertThat(bosDesk.conditions().check(mine, ConditionUse.LIST)).isEmpty();
            var page = bosDesk.tickets().list(TicketQuery.where(mine));
            // end::forms
            assertThat(page.items()).extracting(ticket -> ticket.id()).containsExactly(urgent.id());
            assertThat(bosDesk.conditions().print(mine)).isEqualTo("requester:me priority>=high created>=today-7d");
            assertThat(bosDesk.conditions().holds(mine, urgent)).isTrue();
            assertThat(bosDesk.conditions().check(TicketFields.PRIORITY.is(Priority.HIGH), ConditionUse.LIST))
                    .extracting(violation -> violation.key())
                    .containsExactly("no_anchor");
        }
    }
}

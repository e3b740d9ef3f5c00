package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Need;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.core.TikitEngine;
import java.math.BigDecimal;
import java.time.Duration;
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
            // tag::fluent
            Condition stale = TicketFields.STATUS
                    .isOpen()
                    .and(TicketFields.UPDATED.isBefore(TimePoint.ago(Duration.ofDays(2))))
                    .and(TicketFields.SUBJECT.contains("vpn").or(Condition.words("\"tunnel drops\"")))
                    .and(TicketFields.customDecimal("cost")
                            .isAbove(new BigDecimal("99.50"))
                            .negate());
            Condition reopened = TicketFields.STATUS
                    .changedTo(Status.OPEN)
                    .and(TicketFields.STATUS.was(Status.RESOLVED, Duration.ofHours(1)))
                    .and(TicketFields.host("customer.tier").is("gold"));
            assertThat(bosDesk.conditions().needs(stale)).containsExactlyInAnyOrder(Need.STATE, Need.TEXT);
            assertThat(bosDesk.conditions().check(reopened, ConditionUse.TRIGGER))
                    .isEmpty();
            assertThat(bosDesk.conditions().check(reopened, ConditionUse.SEARCH))
                    .isNotEmpty();
            var found = bosDesk.search().filter(TicketQuery.where(stale));
            // end::fluent
            assertThat(found.items()).isEmpty();
            assertThat(page.items()).extracting(ticket -> ticket.id()).containsExactly(urgent.id());
            assertThat(bosDesk.conditions().print(mine)).isEqualTo("requester:me priority>=high created>=today-7d");
            assertThat(bosDesk.conditions().holds(mine, urgent)).isTrue();
            assertThat(bosDesk.conditions().check(TicketFields.PRIORITY.is(Priority.HIGH), ConditionUse.LIST))
                    .extracting(violation -> violation.key())
                    .containsExactly("no_anchor");
        }
    }
}

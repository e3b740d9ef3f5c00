package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.error.InvalidException;
import io.tikit.api.event.Event;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.TikitEngine;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Somebody else has a say before a ticket is opened. */
class InterceptingTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @Test
    void whoDoesNotPayWaits() {
        AtomicInteger unpaid = new AtomicInteger(2);
        try (Tikit tikit = TikitEngine.builder()
                .plugin(new CreditCheck(user -> unpaid.get()))
                .build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("It is slow", emily.id()).withPriority(Priority.HIGH));
            assertThat(ticket.priority()).isEqualTo(Priority.LOW);
            // tag::facts
            Event opened = desk.tickets()
                    .explain(ticket.id(), TicketFields.PRIORITY.key())
                    .causes()
                    .get(0);
            // credit-check/unpaid-months: 2, credit-check/set.priority: LOW
            opened.facts()
                    .forEach(fact -> System.out.println(fact + ": "
                            + fact.value().map(value -> value.asText()).orElse("cleared")));
            // end::facts
            assertThat(opened.facts())
                    .extracting(fact -> fact + ": " + fact.value().orElseThrow().asText())
                    .containsExactly("credit-check/unpaid-months: 2", "credit-check/set.priority: LOW");
            unpaid.set(7);
            assertThatThrownBy(() -> desk.tickets().create(CreateTicket.of("Again", emily.id())))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("half a year");
        }
    }
}

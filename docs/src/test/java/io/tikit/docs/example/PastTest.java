package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.event.Event;
import io.tikit.api.event.Explanation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import io.tikit.tck.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a ticket was, and why it is as it is. */
class PastTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @Test
    void aTicketOfYesterday() {
        ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");
        try (Tikit tikit = TikitEngine.builder().clock(clock).build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of(
                            "It is slow",
                            desk.people()
                                    .createUser(CreateUser.of("Emily", "emily@acme.example"))
                                    .id()));
            Instant yesterday = clock.instant();
            clock.advance(Duration.ofDays(1));
            desk.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetPriority(Priority.HIGH)));
            // tag::past
            Optional<Ticket> then = desk.tickets().asOf(ticket.id(), yesterday);
            // end::past
            assertThat(then).contains(ticket);
            // tag::explain
            Explanation why = desk.tickets().explain(ticket.id(), TicketFields.PRIORITY.key());
            for (Event event : why.causes()) {
                System.out.println(event.type() + " by " + event.actor() + " at " + event.at());
            }
            // end::explain
            assertThat(why.causes()).hasSize(1);
        }
    }
}

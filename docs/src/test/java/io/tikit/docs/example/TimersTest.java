package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateUser;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.timer.CancelTimer;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.core.TikitEngine;
import io.tikit.tck.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ticket that wakes up. */
class TimersTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @Test
    void aPendingTicketWakesUp() {
        ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");
        try (Tikit tikit =
                TikitEngine.builder().clock(clock).plugin(new WakeUp()).build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of(
                            "Waiting for a part",
                            desk.people()
                                    .createUser(CreateUser.of("Emily", "emily@acme.example"))
                                    .id()));
            // tag::together
            Instant monday = Instant.parse("2026-03-09T08:00:00Z");
            desk.together(List.of(
                    UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.PENDING)),
                    ScheduleTimer.of("wake-up", ticket.id().toString(), monday).on(ticket.id())));
            // end::together
            // tag::travel
            clock.advanceTo(tikit.operations().nextTimer().orElseThrow());
            boolean done = tikit.operations().awaitDelivery(Duration.ofSeconds(30));
            // end::travel
            assertThat(done).isTrue();
            assertThat(clock.instant()).isEqualTo(monday);
            assertThat(desk.tickets().get(ticket.id()).summary().status()).isEqualTo(Status.OPEN);
            // tag::cancel
            boolean wasWaiting =
                    desk.timers().cancel(CancelTimer.of("wake-up", ticket.id().toString()));
            // end::cancel
            assertThat(wasWaiting).isFalse();
        }
    }
}

package io.tikit.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.workflow.TicketMetrics;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.spi.storage.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a ticket, its figures agree with each other and with what a plain count gives. */
class MetricsProperties {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final UserId EMILY = new UserId(new UUID(0, 1));
    private static final UserId SARAH = new UserId(new UUID(0, 2));
    private static final UserId OTHER_CUSTOMER = new UserId(new UUID(0, 3));
    private static final List<Actor> ACTORS = List.of(
            new Actor.User(EMILY), new Actor.User(SARAH), new Actor.User(OTHER_CUSTOMER), new Actor.Engine("bot"));

    record Step(Actor actor, String type, Status status, int minutes) {}

    @Property(tries = 300)
    void figuresAgree(@ForAll("steps") List<Step> steps) {
        Ticket ticket = TicketDecider.create(
                TicketSummary.builder()
                        .identity(new TicketId(new UUID(9, 9)), 1)
                        .subject("VPN")
                        .people(EMILY, null)
                        .times(START, START),
                List.of(),
                Lifecycle.DEFAULT);
        List<Event> events = new ArrayList<>();
        List<Interval> intervals = new ArrayList<>();
        Instant now = START;
        intervals.add(interval("new", now, events.size()));
        int reopened = 0;
        int touched = 0;
        Optional<Duration> answered = Optional.empty();
        for (Step step : steps) {
            now = now.plus(Duration.ofMinutes(step.minutes()));
            TicketDecider.Decision decision = TicketDecider.update(
                    ticket, List.of(new TicketChange.SetStatus(step.status())), Lifecycle.DEFAULT, now);
            State was = ticket.state();
            ticket = TicketDecider.advanced(decision.after(), now);
            reopened += !was.isOpen() && ticket.state().isOpen() ? 1 : 0;
            boolean agents = step.actor().equals(new Actor.User(SARAH));
            touched += agents ? 1 : 0;
            if (agents && step.type().equals(EventTypes.TICKET_REPLIED) && answered.isEmpty()) {
                answered = Optional.of(Duration.between(START, now));
            }
            events.add(Event.builder()
                    .identity(TenantId.of("acme"), new EventId(new UUID(7, events.size())))
                    .happened(
                            step.type(), ticket.id().value(), ticket.revision().value())
                    .by(now, step.actor(), null)
                    .changes(decision.changes())
                    .build());
            Interval last = intervals.get(intervals.size() - 1);
            if (!last.value().equals(ticket.status().key())) {
                intervals.set(
                        intervals.size() - 1,
                        new Interval(last.kind(), last.value(), last.from(), Optional.of(now), last.cause()));
                intervals.add(interval(ticket.status().key(), now, events.size()));
            }
        }
        Instant asked = now.plusSeconds(60);
        TicketMetrics metrics = MetricsOf.of(ticket, events, intervals, SARAH::equals, asked);
        assertThat(metrics.inStatus().values().stream().reduce(Duration.ZERO, Duration::plus))
                .as("every moment was spent in one status")
                .isEqualTo(Duration.between(START, asked));
        assertThat(metrics.stays()).hasSameSizeAs(intervals);
        assertThat(metrics.reopens()).isEqualTo(reopened);
        assertThat(metrics.touches()).isEqualTo(touched);
        assertThat(metrics.firstResponse()).isEqualTo(answered);
        assertThat(metrics.resolution().isPresent()).isEqualTo(!ticket.state().isOpen());
        assertThat(metrics.isOneTouch()).isEqualTo(!ticket.state().isOpen() && reopened == 0 && metrics.replies() <= 1);
        assertThat(metrics.handOvers()).isZero();
    }

    private static Interval interval(String status, Instant from, int event) {
        return new Interval(
                Interval.Kind.STATUS, status, from, Optional.empty(), new EventId(new UUID(7, Math.max(0, event - 1))));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(ACTORS),
                        Arbitraries.of(EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED, EventTypes.TICKET_NOTED),
                        Arbitraries.of(Status.OPEN, Status.PENDING, Status.RESOLVED, Status.CLOSED),
                        Arbitraries.integers().between(0, 10_000))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }
}

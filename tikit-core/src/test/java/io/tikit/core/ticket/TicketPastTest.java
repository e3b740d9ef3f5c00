package io.tikit.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.Step;
import io.tikit.core.workflow.Workflow;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.storage.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The past is what was recorded, whatever the workflow became since. */
class TicketPastTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Status FRESH = new Status("fresh");
    private static final Status PARTS = new Status("waiting_for_parts");
    private static final Status SHIPPED = new Status("shipped");
    private static final Lifecycle REPAIRS = Lifecycle.of(
            Map.of(
                    TicketType.QUESTION,
                    Workflow.of(
                            List.of(
                                    new Step(FRESH, State.NEW, "", "", false),
                                    new Step(PARTS, State.PENDING, "", "", false),
                                    new Step(SHIPPED, State.RESOLVED, "", "", false)),
                            List.of(),
                            FRESH,
                            PARTS)),
            FieldCatalog.of(List.of()));

    private final List<Event> events = new ArrayList<>();
    private final List<Interval> intervals = new ArrayList<>();

    private void happened(Ticket ticket, Instant at, List<FieldChange> changes) {
        Event event = Event.builder()
                .identity(TenantId.of("acme"), new EventId(new UUID(7, events.size())))
                .happened(
                        EventTypes.TICKET_UPDATED,
                        ticket.id().value(),
                        ticket.revision().value())
                .by(at, new Actor.Engine("test"), null)
                .changes(changes)
                .build();
        events.add(event);
        int last = intervals.size() - 1;
        if (last >= 0) {
            Interval before = intervals.get(last);
            intervals.set(
                    last, new Interval(before.kind(), before.value(), before.from(), Optional.of(at), before.cause()));
        }
        intervals.add(new Interval(Interval.Kind.STATUS, ticket.status().key(), at, Optional.empty(), event.id()));
    }

    @Test
    void statusesThatNoWorkflowKnowsAnyMoreHaveTheStateOfThen() {
        TicketSummary.Builder draft = TicketSummary.builder()
                .identity(new TicketId(new UUID(1, 1)), 1)
                .subject("Screen")
                .people(new UserId(new UUID(2, 2)), null)
                .times(START, START);
        Ticket ticket = TicketDecider.create(draft, List.of(), REPAIRS);
        happened(ticket, START, TicketDecider.created(ticket));
        List<Ticket> known = new ArrayList<>(List.of(ticket));
        for (Status status : List.of(PARTS, SHIPPED, PARTS, SHIPPED)) {
            Instant at = START.plusSeconds(60L * known.size());
            TicketDecider.Decision decision =
                    TicketDecider.update(ticket, List.of(new TicketChange.SetStatus(status)), REPAIRS, at);
            ticket = TicketDecider.advanced(decision.after(), at);
            happened(ticket, at, decision.changes());
            known.add(ticket);
        }
        for (int i = 0; i < known.size(); i++) {
            Instant at = START.plusSeconds(60L * i + 30);
            assertThat(TicketPast.asOf(ticket, events.subList(0, i + 1), intervals, at))
                    .isEqualTo(known.get(i));
        }
        assertThat(known.get(2).state()).isEqualTo(State.RESOLVED);
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Explanation;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a ticket was, and why it is as it is. */
class PastScenarioTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");

    /** Raises the priority when somebody notes the word, and opens a second ticket's priority with it. */
    private static final class Raiser implements WorkConsumer, TikitPlugin {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("raiser", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.WORK_CONSUMER, name(), this);
        }

        @Override
        public String name() {
            return "raiser";
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of(EventTypes.TICKET_NOTED, EventTypes.TICKET_REPLIED);
        }

        @Override
        public void handle(Work work) {
            TicketId ticket = work.event().ticket().orElseThrow();
            work.desk().tickets().update(UpdateTicket.of(ticket, new TicketChange.SetPriority(Priority.HIGH)));
        }
    }

    @Test
    @Requirement("REQ-TM-016")
    void atEachInstantATicketIsAsItWasThen() {
        long seed = Long.getLong("past.seed", System.nanoTime());
        Random random = new Random(seed);
        try (DeskFixture desk = new DeskFixture(builder -> builder.clock(clock))) {
            for (int round = 0; round < 5; round++) {
                Ticket ticket = desk.ticket("Ticket " + round);
                TreeMap<Instant, Ticket> known = new TreeMap<>();
                known.put(clock.instant(), ticket);
                Instant before = clock.instant().minusMillis(1);
                for (int i = 0; i < 40; i++) {
                    clock.set(clock.instant().plusMillis(random.nextInt(3)));
                    ticket = change(desk, ticket, random);
                    known.put(clock.instant(), ticket);
                }
                TicketId id = ticket.id();
                assertThat(desk.admin.tickets().asOf(id, before)).isEmpty();
                for (Instant at = known.firstKey(); !at.isAfter(known.lastKey().plusMillis(2)); at = at.plusMillis(1)) {
                    assertThat(desk.admin.tickets().asOf(id, at))
                            .as("at %s with -Dpast.seed=%d", at, seed)
                            .contains(known.floorEntry(at).getValue());
                }
                assertThat(desk.admin.tickets().asOf(id, clock.instant()))
                        .contains(desk.admin.tickets().get(id));
                clock.set(clock.instant().plusSeconds(60));
            }
        }
    }

    private static Ticket change(DeskFixture desk, Ticket ticket, Random random) {
        List<Status> statuses = List.of(Status.OPEN, Status.PENDING, Status.IN_PROGRESS, Status.RESOLVED);
        TicketChange change = switch (random.nextInt(9)) {
            case 0 -> new TicketChange.SetSubject("Subject " + random.nextInt(5));
            case 1 -> new TicketChange.SetPriority(Priority.values()[random.nextInt(3)]);
            case 2 -> new TicketChange.SetStatus(statuses.get(random.nextInt(4)));
            case 3 -> new TicketChange.SetAssignee(random.nextBoolean() ? desk.agent.id() : desk.manager.id());
            case 4 -> new TicketChange.ClearAssignee();
            case 5 -> new TicketChange.SetTeam(desk.hardware.id());
            case 6 -> new TicketChange.ClearTeam();
            case 7 -> new TicketChange.SetField("site", new FieldValue.Whole(random.nextInt(3)));
            default -> new TicketChange.ClearField("site");
        };
        Ticket changed = desk.admin.tickets().update(UpdateTicket.of(ticket.id(), change));
        if (random.nextInt(5) == 0) {
            desk.admin.conversations().note(AddNote.to(ticket.id(), "noted"));
        }
        return desk.admin.tickets().get(changed.id());
    }

    @Test
    void anExplanationLeadsToTheFirstCause() {
        try (DeskFixture desk = new DeskFixture(builder -> builder.clock(clock).plugin(new Raiser()))) {
            Ticket ticket = desk.ticket("Why?");
            desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "It is urgent."));
            desk.settle();
            Explanation why = desk.as(desk.agent).tickets().explain(ticket.id(), TicketFields.PRIORITY.key());
            assertThat(why.value()).contains(FieldValue.Choice.of(Priority.HIGH));
            assertThat(why.causes())
                    .extracting(Event::type)
                    .containsExactly(EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED);
            assertThat(why.causes())
                    .extracting(Event::actor)
                    .containsExactly(new Actor.Engine("raiser"), new Actor.User(desk.emily.id()));
            assertThat(why.complete()).isTrue();
            assertThat(desk.as(desk.emily)
                            .tickets()
                            .explain(ticket.id(), TicketFields.PRIORITY.key())
                            .complete())
                    .isTrue();
            Explanation subject = desk.as(desk.agent).tickets().explain(ticket.id(), TicketFields.SUBJECT.key());
            assertThat(subject.causes()).extracting(Event::type).containsExactly(EventTypes.TICKET_CREATED);
            assertThat(desk.as(desk.agent)
                            .tickets()
                            .explain(ticket.id(), "no-field")
                            .causes())
                    .isEmpty();
        }
    }

    @Test
    @Requirement("REQ-CC-005")
    void aCustomerDoesNotLearnOfANoteAsACause() {
        try (DeskFixture desk = new DeskFixture(builder -> builder.clock(clock).plugin(new Raiser()))) {
            Ticket ticket = desk.as(desk.emily).tickets().create(CreateTicket.of("Why?", desk.emily.id()));
            desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "She is important."));
            desk.settle();
            Explanation hers = desk.as(desk.emily).tickets().explain(ticket.id(), TicketFields.PRIORITY.key());
            assertThat(hers.causes()).extracting(Event::type).containsExactly(EventTypes.TICKET_UPDATED);
            assertThat(hers.complete()).isFalse();
            Explanation ours = desk.as(desk.agent).tickets().explain(ticket.id(), TicketFields.PRIORITY.key());
            assertThat(ours.causes())
                    .extracting(Event::type)
                    .containsExactly(EventTypes.TICKET_UPDATED, EventTypes.TICKET_NOTED);
            assertThatThrownBy(() -> desk.as(desk.oscar).tickets().explain(ticket.id(), TicketFields.PRIORITY.key()))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.as(desk.oscar).tickets().asOf(ticket.id(), clock.instant()))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}

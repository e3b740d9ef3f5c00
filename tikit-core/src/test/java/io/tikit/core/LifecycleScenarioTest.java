package io.tikit.core;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.LinkTickets;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketType;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.workflow.TicketMetrics;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What time does to tickets: those that wait wake, those that are solved are closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleScenarioTest {
    private final ManualClock clock = ManualClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private DeskFixture desk;

    @BeforeAll
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock));
        BusinessCalendar days = BusinessCalendar.in(UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00");
        save("calendar", "days", desk.admin.calendars().body(days));
        save(
                "workflow",
                "default",
                "{'initial':'new','reopened':'open','statuses':[{'key':'new','state':'new'},{'key':'open','state':'open'},"
                        + "{'key':'pending','state':'pending'},{'key':'in_progress','state':'in_progress'},"
                        + "{'key':'resolved','state':'resolved'},{'key':'closed','state':'closed'}],"
                        + "'transitions':[{'to':'open'},{'to':'pending'},{'to':'in_progress'},{'to':'resolved'}],"
                        + "'closing':[{'in':'resolved','to':'closed','afterMinutes':960,'warnMinutes':480,'calendar':'days'}]}");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /** Each begins on a Friday at three. */
    @BeforeEach
    void friday() {
        clock.advanceTo(clock.instant()
                .atZone(UTC)
                .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
                .with(LocalTime.of(15, 0))
                .toInstant());
        desk.settle();
    }

    private void save(String kind, String key, String body) {
        desk.admin.configuration().save(SaveDocument.of(kind, key, key, body.replace('\'', '"')));
    }

    private Ticket change(Ticket ticket, TicketChange... changes) {
        return desk.as(desk.agent).tickets().update(UpdateTicket.of(ticket.id(), changes));
    }

    private Ticket to(Ticket ticket, Status status) {
        return change(ticket, new TicketChange.SetStatus(status));
    }

    private Status after(Ticket ticket, Duration some) {
        clock.advance(some);
        desk.settle();
        return desk.admin.tickets().get(ticket.id()).status();
    }

    private List<Event> history(Ticket ticket) {
        return desk.admin.tickets().history(ticket.id(), PageRequest.first(50)).items();
    }

    private Ticket waiting() {
        return change(
                desk.ticket("VPN"),
                new TicketChange.SetStatus(Status.PENDING),
                TicketChange.wakeAt(clock.instant().plus(Duration.ofHours(3))));
    }

    @Test
    @Requirement("REQ-TM-018")
    void aSolvedTicketIsClosedAfterWorkingHoursWithAWarning() {
        Ticket ticket = to(desk.ticket("VPN"), Status.RESOLVED);
        // Two hours of Friday and six of Monday; the week-end does not count.
        assertThat(after(ticket, Duration.ofDays(2))).isEqualTo(Status.RESOLVED);
        assertThat(history(ticket)).extracting(Event::type).doesNotContain(EventTypes.TICKET_CLOSING_ANNOUNCED);
        assertThat(after(ticket, Duration.ofDays(1))).isEqualTo(Status.RESOLVED);
        Event warning = history(ticket).get(history(ticket).size() - 1);
        assertThat(warning.type()).isEqualTo(EventTypes.TICKET_CLOSING_ANNOUNCED);
        assertThat(warning.facts())
                .extracting(
                        fact -> fact.name() + "=" + fact.value().orElseThrow().asText())
                .containsExactly("closes_at=" + clock.instant().plus(Duration.ofDays(1)));
        assertThat(after(ticket, Duration.ofHours(23))).isEqualTo(Status.RESOLVED);
        assertThat(after(ticket, Duration.ofHours(1))).isEqualTo(Status.CLOSED);
        Event closed = history(ticket).get(history(ticket).size() - 1);
        assertThat(closed.actor()).isInstanceOf(Actor.Engine.class);
        // A timer that goes on keeps what first led to it.
        assertThat(closed.cause()).contains(history(ticket).get(1).id());
        assertThat(desk.admin.timers().about(ticket.id().value())).isEmpty();
    }

    @Test
    @Requirement("REQ-TM-018")
    void theRequestersReplyKeepsATicketFromBeingClosed() {
        Ticket ticket = to(desk.ticket("VPN"), Status.RESOLVED);
        after(ticket, Duration.ofDays(3));
        assertThat(desk.admin.timers().about(ticket.id().value())).hasSize(1);
        desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "It drops again"));
        assertThat(desk.admin.timers().about(ticket.id().value())).isEmpty();
        assertThat(after(ticket, Duration.ofDays(30))).isEqualTo(Status.OPEN);
    }

    @Test
    @Requirement("REQ-TM-015")
    void aTicketThatWaitsWakesAtItsTime() {
        Ticket ticket = waiting();
        assertThat(after(ticket, Duration.ofMinutes(179))).isEqualTo(Status.PENDING);
        assertThat(after(ticket, Duration.ofMinutes(1))).isEqualTo(Status.OPEN);
        Ticket woken = desk.admin.tickets().get(ticket.id());
        assertThat(woken.field(TicketChange.PENDING_UNTIL)).isEmpty();
        List<Event> history = history(ticket);
        assertThat(history.get(2).cause()).contains(history.get(1).id());
        assertThat(history.get(2).facts()).extracting(fact -> fact.name()).contains("woken");
    }

    @Test
    void whatMovesATicketOnEndsItsWaiting() {
        Ticket answered = waiting();
        desk.as(desk.emily).conversations().reply(Reply.to(answered.id(), "Here is the log"));
        assertThat(desk.admin.tickets().get(answered.id()).field(TicketChange.PENDING_UNTIL))
                .isEmpty();
        assertThat(desk.admin.timers().about(answered.id().value())).isEmpty();
        Ticket later = waiting();
        change(later, TicketChange.wakeAt(clock.instant().plus(Duration.ofDays(9))));
        assertThat(after(later, Duration.ofDays(8))).isEqualTo(Status.PENDING);
        assertThat(after(later, Duration.ofDays(1))).isEqualTo(Status.OPEN);
    }

    /** A task that nobody touches is closed after a day in progress, and after two that it waits. */
    private Ticket task(String subject, Status status) {
        save(
                "workflow",
                "tasks",
                "{'initial':'new','reopened':'in_progress','statuses':[{'key':'new','state':'new'},"
                        + "{'key':'in_progress','state':'in_progress'},{'key':'pending','state':'pending'},"
                        + "{'key':'resolved','state':'resolved'},{'key':'closed','state':'closed'}],"
                        + "'transitions':[{'to':'in_progress'},{'to':'pending'},{'to':'resolved'},{'to':'closed'}],"
                        + "'closing':[{'in':'in_progress','to':'closed','afterMinutes':1440},"
                        + "{'in':'pending','to':'closed','afterMinutes':2880}]}");
        save("ticket-type", "task", "{'workflow':'tasks'}");
        return change(
                desk.ticket(subject), new TicketChange.SetType(TicketType.TASK), new TicketChange.SetStatus(status));
    }

    @Test
    void whoeverIsServedKeepsATicketFromBeingClosedByWriting() {
        Ticket ticket = task("Order a chair", Status.IN_PROGRESS);
        assertThat(after(ticket, Duration.ofHours(20))).isEqualTo(Status.IN_PROGRESS);
        desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "A blue one, please"));
        assertThat(after(ticket, Duration.ofHours(20))).isEqualTo(Status.IN_PROGRESS);
        desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Noted"));
        assertThat(after(ticket, Duration.ofHours(4))).isEqualTo(Status.CLOSED);
    }

    @Test
    void aParentIsNotClosedBeforeItsChildren() {
        Ticket parent = task("Move", Status.PENDING);
        Ticket child = desk.ticket("Move the desks");
        desk.as(desk.agent).links().link(LinkTickets.of(child.id(), LinkKind.PARENT, parent.id()));
        assertThat(after(parent, Duration.ofDays(2))).isEqualTo(Status.PENDING);
        to(child, Status.RESOLVED);
        assertThat(after(parent, Duration.ofDays(2))).isEqualTo(Status.CLOSED);
    }

    @Test
    void onlyWhatWaitsWakes() {
        Ticket ticket = desk.ticket("VPN");
        assertThat(catchThrowableOfType(
                                InvalidException.class, () -> change(ticket, TicketChange.wakeAt(clock.instant())))
                        .violations())
                .extracting(Violation::key)
                .containsExactly("not_pending");
        assertThat(catchThrowableOfType(
                                InvalidException.class,
                                () -> change(
                                        ticket,
                                        new TicketChange.SetStatus(Status.PENDING),
                                        new TicketChange.SetField(
                                                TicketChange.PENDING_UNTIL, new FieldValue.Text("tomorrow"))))
                        .violations())
                .extracting(Violation::key)
                .containsExactly("wrong_type");
    }

    @Test
    @Requirement({"REQ-TM-016", "REQ-TM-020"})
    void figuresTellHowLongEachStatusTookAndWhatHappened() {
        Ticket ticket = desk.ticket("VPN");
        clock.advance(Duration.ofMinutes(10));
        desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "Known since Monday"));
        change(ticket, new TicketChange.SetAssignee(desk.agent.id()));
        clock.advance(Duration.ofMinutes(20));
        desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Which client?"));
        clock.advance(Duration.ofMinutes(30));
        change(ticket, new TicketChange.SetAssignee(desk.manager.id()), new TicketChange.SetStatus(Status.RESOLVED));
        clock.advance(Duration.ofMinutes(40));
        desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "It drops again"));
        clock.advance(Duration.ofMinutes(50));
        TicketMetrics metrics = desk.as(desk.agent).tickets().metrics(ticket.id());
        assertThat(metrics.firstResponse()).contains(Duration.ofMinutes(30));
        assertThat(metrics.resolution()).isEmpty();
        assertThat(metrics.inStatus())
                .containsOnly(
                        Map.entry(Status.NEW, Duration.ofMinutes(30)),
                        Map.entry(Status.OPEN, Duration.ofMinutes(80)),
                        Map.entry(Status.RESOLVED, Duration.ofMinutes(40)));
        assertThat(metrics.stays())
                .extracting(stay -> stay.status().key())
                .containsExactly("new", "open", "resolved", "open");
        assertThat(metrics.stays().get(3).cause())
                .isEqualTo(history(ticket).get(history(ticket).size() - 1).id());
        assertThat(metrics.withAgent())
                .containsOnly(
                        Map.entry(desk.agent.id(), Duration.ofMinutes(50)),
                        Map.entry(desk.manager.id(), Duration.ofMinutes(90)));
        assertThat(List.of(metrics.reopens(), metrics.touches(), metrics.replies(), metrics.handOvers()))
                .containsExactly(1, 4, 1, 1);
        assertThat(metrics.isOneTouch()).isFalse();
        assertThat(metrics.complete()).isTrue();
        assertThatThrownBy(() -> desk.as(desk.emily).tickets().metrics(ticket.id()))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void loweringAPriorityNeedsARightAndRaisingDoesNot() {
        save(
                "role",
                "junior",
                "{'grants':[{'effect':'allow','actions':['ticket.see','ticket.change','ticket.move']}]}");
        Person june = Person.of("June", "june@acme.example");
        User junior = desk.admin.people().createUser(new CreateUser(june, new Role("junior")));
        Desk hers = desk.tikit.as(Caller.of(desk.tenant, junior.id()));
        Ticket ticket = desk.ticket("VPN");
        UpdateTicket raise = UpdateTicket.of(ticket.id(), new TicketChange.SetPriority(Priority.HIGH));
        UpdateTicket lower = UpdateTicket.of(ticket.id(), new TicketChange.SetPriority(Priority.LOW));
        assertThat(hers.tickets().update(raise).priority()).isEqualTo(Priority.HIGH);
        assertThat(hers.tickets().update(raise).priority()).isEqualTo(Priority.HIGH);
        assertThatThrownBy(() -> hers.tickets().update(lower))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("ticket.lower_priority");
        assertThat(desk.as(desk.agent).tickets().update(lower).priority()).isEqualTo(Priority.LOW);
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AddAbsence;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets find an agent of their team a moment after they were created. */
class RoutingScenarioTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final ManualClock clock = ManualClock.at(MONDAY);
    private DeskFixture desk;
    private User ann;
    private User bob;
    private Team team;

    @BeforeEach
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock));
        ann = agent("Ann", 2);
        bob = agent("Bob", 2);
        team = desk.admin.people().createTeam(CreateTeam.of("Network", ann.id(), bob.id()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private User agent(String name, int capacity) {
        User user = desk.admin
                .people()
                .createUser(new CreateUser(io.tikit.api.Person.of(name, name + "@acme.example"), Role.AGENT));
        desk.admin.routing().update(UpdateAgent.of(user.id(), capacity));
        desk.admin.routing().present(SetPresence.of(user.id(), Presence.ONLINE));
        return user;
    }

    private void setup(String members) {
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "team-routing",
                        "network",
                        "Network",
                        ("{'team':'" + team.id() + "'," + members + "}").replace('\'', '"')));
    }

    private Ticket create(String subject) {
        Ticket ticket = desk.as(desk.emily).tickets().create(CreateTicket.of(subject, desk.emily.id()));
        return desk.as(desk.agent).tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetTeam(team.id())));
    }

    private Optional<UserId> assignee(Ticket ticket) {
        desk.settle();
        return desk.admin.tickets().get(ticket.id()).assignee();
    }

    private List<UserId> assignees(int count) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tickets.add(create("Ticket " + i));
            desk.settle();
        }
        return tickets.stream().map(t -> assignee(t).orElse(desk.emily.id())).toList();
    }

    @Test
    @Requirement("REQ-TM-010")
    void agentsTakeTurnsUntilTheyAreFullAndGoOnWhenTheyHaveRoom() {
        setup("'strategy':'round_robin'");
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tickets.add(create("Ticket " + i));
            desk.settle();
        }
        List<Optional<UserId>> got = tickets.stream().map(this::assignee).toList();
        assertThat(got.subList(0, 4))
                .containsExactly(
                        Optional.of(ann.id()), Optional.of(bob.id()), Optional.of(ann.id()), Optional.of(bob.id()));
        assertThat(got.get(4)).isEmpty();
        desk.as(bob)
                .tickets()
                .update(UpdateTicket.of(tickets.get(1).id(), new TicketChange.SetStatus(Status.RESOLVED)));
        assertThat(assignee(tickets.get(4))).contains(bob.id());
        assertThat(desk.admin.routing().explain(tickets.get(4).id()).agent()).hasValueSatisfying(why -> {
            assertThat(why.agent()).isEqualTo(bob.id());
            assertThat(why.reason()).isEqualTo(AssignmentReason.ROUND_ROBIN);
            assertThat(why.setup()).isEqualTo("network");
            assertThat(why.passedOver()).isEqualTo(Map.of(ann.id(), PassedOver.FULL));
        });
    }

    @Test
    @Requirement("REQ-TM-012")
    void whoeverHasTheMostRoomForWhatTicketsWeighComesFirst() {
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "routing",
                        "desk",
                        "Routing",
                        "{\"weights\":[{\"state\":\"pending\",\"points\":1},{\"points\":2}]}"));
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 8));
        desk.admin.routing().update(UpdateAgent.of(bob.id(), 4));
        setup("'strategy':'least_loaded'");
        assertThat(assignees(4)).containsExactly(ann.id(), bob.id(), ann.id(), bob.id());
        Ticket waiting = create("Fits nobody else");
        Ticket last = create("Fits after that");
        assertThat(List.of(assignee(waiting), assignee(last))).containsOnly(Optional.of(ann.id()));
        Ticket over = create("Waits");
        assertThat(assignee(over)).isEmpty();
        desk.as(bob)
                .tickets()
                .list(io.tikit.api.ticket.TicketQuery.where(io.tikit.api.ticket.TicketFields.ASSIGNEE.is(bob.id())))
                .items()
                .forEach(ticket -> desk.as(bob)
                        .tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.PENDING))));
        assertThat(assignee(over)).contains(bob.id());
    }

    @Test
    @Requirement("REQ-TM-011")
    void skillsDecideAndAreGivenUpAfterAWhile() {
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 9).with("vpn", 5));
        desk.admin.routing().update(UpdateAgent.of(bob.id(), 9).with("vpn", 3).with("german", 2));
        setup("'strategy':'skill_based','needs':[{'when':'subject~vpn','required':[{'skill':'vpn','level':4}]},"
                + "{'when':'subject~hallo','preferred':[{'skill':'german'}]},"
                + "{'when':'subject~oracle','required':[{'skill':'oracle'}]}],"
                + "'relax':[{'afterMinutes':30,'skills':['oracle']}]");
        assertThat(assignee(create("vpn"))).contains(ann.id());
        assertThat(assignee(create("vpn hallo"))).contains(ann.id());
        Ticket german = create("hallo");
        assertThat(assignee(german)).contains(bob.id());
        assertThat(desk.admin
                        .routing()
                        .explain(german.id())
                        .agent()
                        .orElseThrow()
                        .passedOver())
                .isEqualTo(Map.of(ann.id(), PassedOver.LESS_SKILLED));
        Ticket oracle = create("oracle is down");
        assertThat(assignee(oracle)).isEmpty();
        assertThat(desk.tikit.operations().nextTimer()).contains(MONDAY.plus(Duration.ofMinutes(30)));
        clock.advance(Duration.ofMinutes(30));
        assertThat(assignee(oracle)).isPresent();
    }

    @Test
    @Requirement("REQ-AW-004")
    void onlyWhoIsThereGetsTickets() {
        setup("'strategy':'round_robin'");
        BusinessCalendar late =
                BusinessCalendar.in(ZoneId.of("UTC")).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "10:00-18:00");
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "calendar", "late", "Late", desk.admin.calendars().body(late)));
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 9).withShifts("late"));
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.ONLINE).lasting(Duration.ofMinutes(5)));
        assertThat(assignee(create("Early"))).contains(bob.id());
        clock.advance(Duration.ofMinutes(6));
        Ticket waits = create("Nobody is there");
        assertThat(assignee(waits)).isEmpty();
        clock.advanceTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(assignee(waits)).contains(ann.id());
        assertThat(desk.admin
                        .routing()
                        .explain(waits.id())
                        .agent()
                        .orElseThrow()
                        .passedOver())
                .isEqualTo(Map.of(bob.id(), PassedOver.OFFLINE));
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.AWAY));
        Ticket away = create("Ann is away");
        assertThat(assignee(away)).isEmpty();
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.ONLINE));
        assertThat(assignee(away)).contains(bob.id());
    }

    @Test
    void somebodyStandsInForTheAbsent() {
        setup("'strategy':'round_robin'");
        User cleo = agent("Cleo", 9);
        Instant now = clock.instant();
        desk.as(ann)
                .routing()
                .absent(new AddAbsence(ann.id(), now, now.plus(Duration.ofDays(7)), Optional.of(bob.id())));
        desk.as(bob)
                .routing()
                .absent(new AddAbsence(bob.id(), now, now.plus(Duration.ofDays(7)), Optional.of(cleo.id())));
        assertThat(assignees(2)).containsOnly(cleo.id());
        desk.as(cleo)
                .routing()
                .absent(new AddAbsence(cleo.id(), now, now.plus(Duration.ofDays(1)), Optional.of(ann.id())));
        Ticket nobody = create("All are away");
        assertThat(assignee(nobody)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(assignee(nobody)).contains(cleo.id());
        assertThatThrownBy(() -> desk.as(bob)
                        .routing()
                        .absent(new AddAbsence(ann.id(), now, now.plusSeconds(1), Optional.empty())))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whoHasNobodyToGoToGoesElsewhereInTheEnd() {
        setup("'strategy':'round_robin','needs':[{'required':[{'skill':'cobol'}]}],"
                + "'fallback':{'afterMinutes':60,'agent':'" + bob.id() + "'}");
        Ticket ticket = create("cobol");
        assertThat(assignee(ticket)).isEmpty();
        clock.advance(Duration.ofMinutes(60));
        assertThat(assignee(ticket)).contains(bob.id());
        assertThat(desk.admin
                        .routing()
                        .explain(ticket.id())
                        .agent()
                        .orElseThrow()
                        .reason())
                .isEqualTo(AssignmentReason.FALLBACK);
        setup("'strategy':'round_robin','needs':[{'required':[{'skill':'cobol'}]}],"
                + "'fallback':{'afterMinutes':60,'team':'" + desk.hardware.id() + "'}");
        Ticket other = create("more cobol");
        desk.settle();
        clock.advance(Duration.ofMinutes(61));
        desk.settle();
        assertThat(desk.admin.tickets().get(other.id()).team()).contains(desk.hardware.id());
    }

    @Test
    @Requirement("REQ-TM-009")
    void peopleGiveTicketsByHandAndOnlyManagersBeyondTheCapacity() {
        setup("'strategy':'manual'");
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 1));
        Ticket first = create("First");
        Ticket second = create("Second");
        UpdateTicket give = UpdateTicket.of(second.id(), new TicketChange.SetAssignee(ann.id()));
        assertThat(assignee(first)).isEmpty();
        desk.as(bob).tickets().update(UpdateTicket.of(first.id(), new TicketChange.SetAssignee(ann.id())));
        assertThatThrownBy(() -> desk.as(bob).tickets().update(give))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("over_capacity"));
        assertThat(desk.as(desk.manager).tickets().update(give).assignee()).contains(ann.id());
        assertThat(desk.admin.routing().explain(second.id()).agent()).isEmpty();
    }
}

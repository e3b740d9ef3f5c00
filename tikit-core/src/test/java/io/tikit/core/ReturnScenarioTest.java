package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AddAbsence;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.AssignmentInterval;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.RemoveAbsence;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tickets come back from agents who do not touch them or are not there, in the hours of their team. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnScenarioTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private DeskFixture desk;
    private int number;
    private User ann;
    private User bob;
    private Team team;

    @BeforeAll
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock));
        BusinessCalendar days = BusinessCalendar.in(UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00");
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "calendar", "days", "Days", desk.admin.calendars().body(days)));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /** Each begins on a Monday at half past four, half an hour before the team goes home. */
    @BeforeEach
    void people() {
        number++;
        clock.advanceTo(clock.instant()
                .atZone(UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .plus(Duration.ofMinutes(16 * 60 + 30)));
        ann = agent("Ann");
        bob = agent("Bob");
        team = desk.admin.people().createTeam(CreateTeam.of("Network " + number, ann.id(), bob.id()));
    }

    private User agent(String name) {
        User user = desk.admin
                .people()
                .createUser(new CreateUser(Person.of(name, name + number + "@acme.example"), Role.AGENT));
        desk.admin.routing().update(UpdateAgent.of(user.id(), 9));
        desk.admin.routing().present(SetPresence.of(user.id(), Presence.ONLINE));
        return user;
    }

    private void routing(String returning) {
        routing(",'calendar':'days'", returning);
    }

    private void routing(String hours, String returning) {
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "team-routing",
                        "network-" + number,
                        "Network",
                        ("{'team':'" + team.id()
                                        + "','strategy':'round_robin','previousFirst':true" + hours + ",'return':{"
                                        + returning + "}}")
                                .replace('\'', '"')));
    }

    private Ticket create() {
        Ticket ticket = desk.admin
                .tickets()
                .create(CreateTicket.of("VPN", desk.emily.id()).withTeam(team.id()));
        assertThat(assignee(ticket)).isPresent();
        return ticket;
    }

    private Optional<UserId> assignee(Ticket ticket) {
        desk.settle();
        return desk.admin.tickets().get(ticket.id()).assignee();
    }

    private void pass(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
        desk.settle();
    }

    private List<AssignmentCause> causes(Ticket ticket) {
        return desk.admin.routing().history(ticket.id()).intervals().stream()
                .map(AssignmentInterval::why)
                .map(AssignmentInterval.Why::cause)
                .toList();
    }

    @Test
    void whatNobodyTouchesComesBackInTheHoursOfTheTeamAndGoesToSomebodyElse() {
        routing("'afterMinutes':60");
        Ticket ticket = create();
        UserId first = assignee(ticket).orElseThrow();
        pass(31);
        assertThat(assignee(ticket)).as("the team went home").contains(first);
        pass(16 * 60 + 28);
        assertThat(assignee(ticket)).as("a minute early").contains(first);
        pass(1);
        UserId second = first.equals(ann.id()) ? bob.id() : ann.id();
        assertThat(assignee(ticket)).contains(second);
        assertThat(causes(ticket))
                .containsExactly(
                        AssignmentCause.ASSIGNED,
                        AssignmentCause.ROUTED,
                        AssignmentCause.RETURNED,
                        AssignmentCause.ROUTED);
        pass(60);
        assertThat(assignee(ticket)).contains(first);
        desk.as(first.equals(ann.id()) ? bob : ann).routing().present(SetPresence.of(second, Presence.OFFLINE));
        pass(60);
        assertThat(assignee(ticket)).as("nobody else is there").contains(first);
        assertThat(causes(ticket)).hasSize(8);
    }

    @Test
    void whoeverTouchesATicketKeepsIt() {
        routing("'afterMinutes':60");
        Ticket answered = create();
        Ticket noted = create();
        Ticket taken = create();
        Ticket given = create();
        Ticket left = create();
        List<Ticket> all = List.of(answered, noted, taken, given, left);
        List<UserId> agents =
                all.stream().map(one -> assignee(one).orElseThrow()).toList();
        as(agents.get(0)).conversations().reply(Reply.to(answered.id(), "I look at it"));
        as(agents.get(1)).conversations().note(AddNote.to(noted.id(), "A cable, I think"));
        as(agents.get(2)).routing().assignments().take(TakeTicket.of(taken.id()));
        pass(40);
        desk.as(desk.emily).conversations().reply(Reply.to(left.id(), "Is somebody there?"));
        pass(15 * 60 + 55);
        desk.admin.routing().assignments().assign(AssignTicket.to(given.id(), other(agents.get(3))));
        pass(25);
        assertThat(all.stream().map(one -> assignee(one).orElseThrow()).toList())
                .containsExactly(
                        agents.get(0), agents.get(1), agents.get(2), other(agents.get(3)), other(agents.get(4)));
        pass(24 * 60);
        assertThat(assignee(answered)).contains(agents.get(0));
        assertThat(assignee(given)).as("an hour after it was given").contains(agents.get(3));
    }

    private UserId other(UserId agent) {
        return agent.equals(ann.id()) ? bob.id() : ann.id();
    }

    private Desk as(UserId agent) {
        return desk.as(agent.equals(ann.id()) ? ann : bob);
    }

    @Test
    @Requirement("REQ-AW-004")
    void theTicketsOfSomebodyWhoStaysAwayGoBackIntoTheQueue() {
        routing("'awayMinutes':60");
        Ticket first = create();
        Ticket second = create();
        Ticket anns = assignee(first).equals(Optional.of(ann.id())) ? first : second;
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.AWAY));
        pass(20);
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.OFFLINE));
        pass(16 * 60 + 39);
        assertThat(assignee(anns)).contains(ann.id());
        pass(1);
        assertThat(assignee(anns)).contains(bob.id());
        assertThat(causes(anns)).endsWith(AssignmentCause.RETURNED, AssignmentCause.ROUTED);
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.AWAY));
        pass(59);
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.ONLINE).lasting(Duration.ofMinutes(10)));
        pass(69);
        assertThat(assignee(anns)).as("no sign of life for less than an hour").contains(bob.id());
        pass(1);
        assertThat(assignee(anns)).as("nobody is there").isEmpty();
    }

    @Test
    @Requirement("REQ-AW-004")
    void whoStandsInGetsTheTicketsOfTheAbsentAsFarAsTheCapacityReaches() {
        routing("'awayMinutes':30,'away':'substitute'");
        List<Ticket> anns = List.of(create(), create(), create(), create()).stream()
                .filter(one -> assignee(one).equals(Optional.of(ann.id())))
                .toList();
        assertThat(anns).hasSize(2);
        User cleo = agent("Cleo");
        desk.admin.routing().update(UpdateAgent.of(cleo.id(), 1));
        desk.admin.routing().update(UpdateAgent.of(bob.id(), 2));
        Instant tomorrow = clock.instant().plus(Duration.ofHours(18));
        desk.as(ann)
                .routing()
                .absent(new AddAbsence(ann.id(), tomorrow, tomorrow.plus(Duration.ofDays(3)), Optional.of(cleo.id())));
        desk.as(bob)
                .routing()
                .absent(new RemoveAbsence(
                        bob.id(),
                        desk.as(bob)
                                .routing()
                                .absent(new AddAbsence(
                                        bob.id(), tomorrow, tomorrow.plus(Duration.ofDays(3)), Optional.empty()))
                                .id()));
        pass(18 * 60 + 29);
        assertThat(anns).allSatisfy(one -> assertThat(assignee(one)).contains(ann.id()));
        pass(1);
        assertThat(anns.stream().map(this::assignee).toList())
                .containsExactlyInAnyOrder(Optional.of(cleo.id()), Optional.empty());
        assertThat(anns).allSatisfy(one -> assertThat(causes(one)).endsWith(AssignmentCause.RETURNED));
    }

    @Test
    @Requirement("REQ-AW-004")
    void whoFellSilentAtTheEndOfTheShiftLosesTheTicketsIfNotThereInTheNext() {
        routing("", "'awayMinutes':30");
        Ticket ticket = create();
        UserId first = assignee(ticket).orElseThrow();
        desk.admin.routing().update(UpdateAgent.of(first, 9).withShifts("days"));
        as(first).routing().present(SetPresence.of(first, Presence.ONLINE).lasting(Duration.ofMinutes(28)));
        pass(59);
        assertThat(assignee(ticket)).as("went home").contains(first);
        pass(16 * 60);
        assertThat(assignee(ticket)).as("a minute early").contains(first);
        pass(1);
        assertThat(assignee(ticket)).contains(other(first));
        desk.admin.routing().present(SetPresence.of(first, Presence.ONLINE));
        as(other(first))
                .routing()
                .present(SetPresence.of(other(first), Presence.ONLINE).lasting(Duration.ofMinutes(5)));
        desk.admin.people().updateUser(UpdateUser.of(other(first)).withActive(false));
        pass(35);
        assertThat(assignee(ticket)).as("works here no more").contains(first);
    }

    @Test
    void manyTicketsComeBackInBatchesWithoutLookingLikeALoop() {
        routing("'awayMinutes':60");
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 100));
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.OFFLINE));
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            tickets.add(desk.admin
                    .tickets()
                    .create(CreateTicket.of("Many", desk.emily.id())
                            .withTeam(team.id())
                            .with(new TicketChange.SetAssignee(ann.id()))));
        }
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.OFFLINE));
        pass(17 * 60);
        assertThat(left(tickets)).isEqualTo(5);
        pass(1);
        assertThat(left(tickets)).isZero();
        assertThat(tickets.stream()
                        .map(one -> desk.admin.tickets().history(one.id(), PageRequest.first(9)).items().stream()
                                .mapToInt(Event::depth)
                                .max()
                                .orElseThrow())
                        .distinct())
                .as("a batch is no deeper than the one before it")
                .hasSize(1);
    }

    private long left(List<Ticket> tickets) {
        return tickets.stream()
                .filter(one -> desk.admin.tickets().get(one.id()).assignee().isPresent())
                .count();
    }
}

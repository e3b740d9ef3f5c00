package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.Person;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.Fact;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.AssignmentHistory;
import io.tikit.api.routing.AssignmentOutcome;
import io.tikit.api.routing.Assignments;
import io.tikit.api.routing.OwnershipTime;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.ReleaseTicket;
import io.tikit.api.routing.RoutingProgress;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People give tickets to each other, take them and put them back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandScenarioTest {
    private final ManualClock clock = ManualClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private DeskFixture desk;
    private int number;
    private User ann;
    private User bob;
    private Team team;

    @BeforeAll
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @BeforeEach
    void people() {
        number++;
        ann = agent("Ann");
        bob = agent("Bob");
        team = desk.admin.people().createTeam(CreateTeam.of("Network " + number, ann.id(), bob.id()));
        routing("manual", "");
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 2).with("vpn", 5));
        desk.admin.routing().update(UpdateAgent.of(bob.id(), 2));
    }

    private User agent(String name) {
        return desk.admin
                .people()
                .createUser(new CreateUser(Person.of(name, name + number + "@acme.example"), Role.AGENT));
    }

    private void routing(String strategy, String more) {
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "team-routing",
                        "network-" + number,
                        "Network",
                        ("{'team':'" + team.id() + "','strategy':'" + strategy + "'" + more + "}").replace('\'', '"')));
    }

    private Ticket create(String subject) {
        return desk.admin
                .tickets()
                .create(CreateTicket.of(subject, desk.emily.id()).withTeam(team.id()));
    }

    private Assignments by(User user) {
        return desk.as(user).routing().assignments();
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly(key));
    }

    private Event last(TicketId ticket) {
        return desk.admin.tickets().history(ticket, PageRequest.first(100)).items().stream()
                .reduce((one, other) -> one.revision() > other.revision() ? one : other)
                .orElseThrow();
    }

    private List<String> facts(TicketId ticket) {
        return last(ticket).facts().stream()
                .filter(fact -> fact.source().equals("routing"))
                .map(HandScenarioTest::told)
                .toList();
    }

    private static String told(Fact fact) {
        return fact.name() + "=" + fact.value().orElseThrow().asText();
    }

    private List<Entry> notes(Ticket ticket) {
        return desk.admin.conversations().entries(ticket.id(), PageRequest.first(100)).items().stream()
                .filter(entry -> entry.kind() == EntryKind.NOTE)
                .toList();
    }

    @Test
    @Requirement({"REQ-TM-009", "REQ-TM-013"})
    void aTicketIsGivenOnWithANoteInOneStep() {
        Ticket ticket = create("VPN drops");
        AssignTicket give = AssignTicket.to(ticket.id(), ann.id())
                .because("She knows it")
                .withNote("See the log")
                .withKey(IdempotencyKey.of("test", "1"));
        Ticket given = by(desk.manager).assign(give);
        assertThat(given.assignee()).contains(ann.id());
        assertThat(notes(ticket)).singleElement().satisfies(note -> {
            assertThat(note.body()).isEqualTo("See the log");
            assertThat(last(ticket.id()).entry()).contains(note.id());
        });
        assertThat(last(ticket.id()).changes()).extracting(c -> c.field()).containsExactly("assignee");
        assertThat(facts(ticket.id())).containsExactly("cause=ASSIGNED", "said=She knows it");
        assertThat(by(desk.manager).assign(give)).isEqualTo(given);
        by(ann).assign(AssignTicket.to(ticket.id(), bob.id()));
        assertThat(by(bob).assign(AssignTicket.to(ticket.id(), bob.id())).revision())
                .isEqualTo(given.revision().next());
        Ticket moved = by(bob).assign(AssignTicket.to(ticket.id(), desk.hardware.id()));
        assertThat(moved.team()).contains(desk.hardware.id());
        assertThat(moved.assignee()).isEmpty();
        assertThat(notes(ticket)).hasSize(1);
        assertThatThrownBy(() -> by(desk.emily).assign(AssignTicket.to(ticket.id(), bob.id())))
                .isInstanceOf(NotPermittedException.class);
        refused(
                "not_an_agent",
                () -> by(bob).assign(
                                AssignTicket.to(ticket.id(), desk.oscar.id()).withNote("Is not written either")));
        assertThat(notes(ticket)).hasSize(1);
        refused(
                "required",
                () -> by(bob).assign(new AssignTicket(
                        ticket.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Test
    @Requirement("REQ-TM-009")
    void agentsTakeWhatNobodyHasAsFarAsTheirCapacityReaches() {
        Ticket first = create("One");
        assertThat(by(ann).take(TakeTicket.of(first.id())).assignee()).contains(ann.id());
        assertThat(by(ann).take(TakeTicket.of(first.id())).revision())
                .isEqualTo(first.revision().next());
        assertThat(facts(first.id())).containsExactly("cause=TAKEN");
        refused("taken", () -> by(bob).take(TakeTicket.of(first.id())));
        Ticket elsewhere = desk.admin
                .tickets()
                .create(CreateTicket.of("Printer", desk.emily.id()).withTeam(desk.hardware.id()));
        refused("not_a_member", () -> by(ann).take(TakeTicket.of(elsewhere.id())));
        by(ann).take(TakeTicket.of(desk.ticket("With no team").id()));
        Ticket third = create("Three");
        refused("over_capacity", () -> by(ann).take(TakeTicket.of(third.id())));
        refused("over_capacity", () -> by(ann).takeNext(team.id()));
        assertThat(desk.admin.tickets().get(third.id()).assignee()).isEmpty();
        desk.admin.tickets().update(UpdateTicket.of(third.id(), new TicketChange.SetStatus(Status.RESOLVED)));
        refused("not_open", () -> by(bob).take(TakeTicket.of(third.id())));
        assertThatThrownBy(() -> by(desk.emily).take(TakeTicket.of(first.id())))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    @Requirement("REQ-TM-013")
    void aTicketIsTakenFromSomebodyElseOnlyByThoseWhoMayAndWithAReason() {
        Ticket ticket = create("One");
        by(ann).take(TakeTicket.of(ticket.id()));
        assertThatThrownBy(() -> by(bob).take(TakeTicket.stealing(ticket.id(), "Ann is ill")))
                .isInstanceOf(NotPermittedException.class);
        refused(
                "required",
                () -> by(desk.manager).take(new TakeTicket(ticket.id(), true, Optional.empty(), Optional.empty())));
        assertThat(by(desk.manager)
                        .take(TakeTicket.stealing(ticket.id(), "Ann is ill"))
                        .assignee())
                .contains(desk.manager.id());
        assertThat(facts(ticket.id())).containsExactly("cause=STOLEN", "said=Ann is ill");
    }

    @Test
    @Requirement("REQ-TM-011")
    void whoeverTakesTheNextGetsTheFirstThatTheySuit() {
        routing("manual", ",'needs':[{'when':'subject~vpn','required':[{'skill':'vpn','level':4}]}]");
        Ticket vpn = create("vpn");
        clock.advance(Duration.ofMinutes(1));
        Ticket plain = create("plain");
        Ticket urgent = create("urgent");
        desk.admin.tickets().update(UpdateTicket.of(urgent.id(), new TicketChange.SetPriority(Priority.CRITICAL)));
        assertThat(by(bob).takeNext(team.id()).map(Ticket::id)).contains(urgent.id());
        assertThat(by(bob).takeNext(team.id()).map(Ticket::id)).contains(plain.id());
        desk.admin.routing().update(UpdateAgent.of(bob.id(), 9));
        assertThat(by(bob).takeNext(team.id())).isEmpty();
        assertThat(by(ann).takeNext(team.id()).map(Ticket::id)).contains(vpn.id());
        assertThat(facts(vpn.id())).containsExactly("cause=TAKEN");
        refused("not_a_member", () -> by(ann).takeNext(desk.hardware.id()));
    }

    @Test
    void whoeverPutsATicketBackDoesNotGetItAgainByRouting() {
        routing("round_robin", ",'previousFirst':true");
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.ONLINE));
        Ticket ticket = create("One");
        assertThat(assignee(ticket)).contains(ann.id());
        Ticket back = by(ann).release(
                        ReleaseTicket.of(ticket.id()).because("Not mine").withNote("I tried the cable"));
        assertThat(back.assignee()).isEmpty();
        assertThat(facts(ticket.id())).containsExactly("cause=RELEASED", "said=Not mine");
        assertThat(notes(ticket)).hasSize(1);
        assertThat(assignee(ticket)).isEmpty();
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.ONLINE));
        assertThat(assignee(ticket)).contains(bob.id());
        by(desk.manager).release(ReleaseTicket.of(ticket.id()));
        assertThat(assignee(ticket)).as("she put it back before").isEmpty();
        assertThat(desk.admin.routing().history(ticket.id()).intervals())
                .extracting(one -> one.why().cause() + one.why().rule().orElse(""))
                .containsExactly(
                        "ASSIGNED", "ROUTEDnetwork-" + number, "RELEASED", "ROUTEDnetwork-" + number, "RELEASED");
        assertThat(by(ann).release(ReleaseTicket.of(create("Never given").id())).assignee())
                .isEmpty();
        assertThatThrownBy(() -> by(desk.emily).release(ReleaseTicket.of(ticket.id())))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void aTicketThatAllPutBackWaitsUntilOneTakesItAfterAllOrIsTheFallback() {
        routing("round_robin", "");
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.ONLINE));
        Ticket ticket = create("One");
        assertThat(assignee(ticket)).contains(ann.id());
        by(ann).release(ReleaseTicket.of(ticket.id()));
        desk.as(bob).routing().present(SetPresence.of(bob.id(), Presence.ONLINE));
        assertThat(assignee(ticket)).contains(bob.id());
        by(bob).release(ReleaseTicket.of(ticket.id()));
        assertThat(assignee(ticket)).as("both put it back").isEmpty();
        by(ann).take(TakeTicket.of(ticket.id()));
        desk.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.ClearAssignee()));
        assertThat(assignee(ticket)).as("she took it after all").contains(ann.id());
        by(ann).release(ReleaseTicket.of(ticket.id()));
        assertThat(assignee(ticket)).isEmpty();
        routing("round_robin", ",'fallback':{'afterMinutes':1,'agent':'" + bob.id() + "'}");
        clock.advance(Duration.ofMinutes(2));
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.AWAY));
        desk.as(ann).routing().present(SetPresence.of(ann.id(), Presence.ONLINE));
        assertThat(assignee(ticket)).as("somebody must have it").contains(bob.id());
    }

    @Test
    @Requirement("REQ-TM-011")
    void whatSomebodyPutBackIsTheLastThatTheyTakeNext() {
        Ticket first = create("One");
        clock.advance(Duration.ofMinutes(1));
        Ticket second = create("Two");
        assertThat(by(ann).takeNext(team.id()).map(Ticket::id)).contains(first.id());
        by(ann).release(ReleaseTicket.of(first.id()));
        assertThat(by(ann).takeNext(team.id()).map(Ticket::id)).contains(second.id());
        assertThat(by(ann).takeNext(team.id()).map(Ticket::id)).contains(first.id());
        by(ann).release(ReleaseTicket.of(first.id()));
        assertThat(by(bob).takeNext(team.id()).map(Ticket::id)).contains(first.id());
    }

    @Test
    void whoMayNotReadTheAssigneeDoesNotReadWhoPutATicketBackEither() {
        desk.admin.configuration().save(SaveDocument.of("role", "partner", "Partner", """
                        {"grants":[{"effect":"allow","actions":["ticket.*","note.read","people.see"]}],
                         "fields":[{"field":"assignee","read":"deny"}]}
                        """));
        User pam = desk.admin
                .people()
                .createUser(new CreateUser(Person.of("Pam", "pam@partner.example"), new Role("partner")));
        Desk partner = desk.as(pam);
        Ticket ticket = create("One");
        by(ann).take(TakeTicket.of(ticket.id()));
        by(ann).release(ReleaseTicket.of(ticket.id()));
        assertThat(desk.admin.tickets().get(ticket.id()).field("routing_released_by"))
                .contains(new FieldValue.Text(ann.id().toString()));
        assertThat(partner.tickets().get(ticket.id()).fields()).isEmpty();
        refused("field_not_readable", () -> partner.routing().explain(ticket.id()));
        assertThat(partner.tickets().history(ticket.id(), PageRequest.first(9)).items())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.changes())
                        .noneMatch(change -> change.field().contains("routing_")));
        for (String field : List.of("routing_agent", "routing_released_by", "routing_returned_by")) {
            refused(
                    "field_not_readable",
                    () -> partner.search()
                            .filter(TicketQuery.where(
                                    TicketFields.custom(field).is(ann.id().toString()))));
            TicketChange hint =
                    new TicketChange.SetField(field, new FieldValue.Id(ann.id().value()));
            refused("field_not_writable", () -> partner.tickets().update(UpdateTicket.of(ticket.id(), hint)));
            assertThatThrownBy(() -> desk.as(desk.emily)
                            .tickets()
                            .create(CreateTicket.of("Not Ann", desk.emily.id()).with(hint)))
                    .as("a customer does not choose the agent")
                    .isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    @Requirement({"REQ-TM-013", "REQ-TM-014"})
    void theHistoryTellsWithWhomATicketWasForHowLongAndWhy() {
        BusinessCalendar days =
                BusinessCalendar.in(ZoneId.of("UTC")).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00");
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "calendar", "days", "Days", desk.admin.calendars().body(days)));
        routing("manual", ",'calendar':'days'");
        String rule = "{\"patterns\":[{\"phrase\":\"tunnel " + number + "\"}],\"team\":\"" + team.id() + "\"}";
        desk.admin.configuration().save(SaveDocument.of("routing-rule", "tunnels-" + number, "Tunnels", rule));
        Instant midnight = clock.instant()
                .atZone(ZoneId.of("UTC"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        clock.advanceTo(midnight.plus(Duration.ofHours(16)));
        Ticket ticket = desk.ticket("Tunnel " + number);
        clock.advance(Duration.ofMinutes(30));
        by(ann).take(TakeTicket.of(ticket.id()));
        clock.advance(Duration.ofHours(17));
        by(ann).assign(AssignTicket.to(ticket.id(), bob.id()).because("Bob knows it"));
        clock.advance(Duration.ofMinutes(30));
        by(bob).release(ReleaseTicket.of(ticket.id()).withNote("I do not"));
        clock.advance(Duration.ofMinutes(30));
        by(ann).take(TakeTicket.of(ticket.id()));
        clock.advance(Duration.ofMinutes(30));
        desk.as(ann).tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED)));
        clock.advance(Duration.ofMinutes(30));
        by(desk.manager).assign(AssignTicket.to(ticket.id(), desk.hardware.id()));
        by(desk.manager).assign(AssignTicket.to(ticket.id(), team.id()));
        clock.advance(Duration.ofMinutes(30));
        AssignmentHistory history = desk.as(desk.manager).routing().history(ticket.id());
        assertThat(history.intervals())
                .extracting(one -> one.agent().map(this::name).orElse("queue") + " "
                        + one.why().cause()
                        + one.why().rule().map(key -> " " + key).orElse("")
                        + one.why().reason().map(text -> " " + text).orElse(""))
                .containsExactly(
                        "queue RULE tunnels-" + number,
                        "Ann TAKEN",
                        "Bob ASSIGNED Bob knows it",
                        "queue RELEASED",
                        "Ann TAKEN",
                        "queue ASSIGNED",
                        "queue ASSIGNED");
        assertThat(history.intervals().get(1).to())
                .contains(history.intervals().get(2).from())
                .contains(midnight.plus(Duration.ofMinutes(33 * 60 + 30)));
        assertThat(history.intervals().get(6).to()).isEmpty();
        assertThat(history.intervals().get(1).why().actor()).isEqualTo(new Actor.User(ann.id()));
        assertThat(history.agentBounces()).isEqualTo(1);
        assertThat(history.teamBounces()).isEqualTo(1);
        assertThat(history.agents())
                .isEqualTo(Map.of(
                        ann.id(), new OwnershipTime(Duration.ofMinutes(1050), Duration.ofMinutes(90)),
                        bob.id(), new OwnershipTime(Duration.ofMinutes(30), Duration.ofMinutes(30))));
        assertThat(history.teams())
                .isEqualTo(Map.of(team.id(), new OwnershipTime(Duration.ofHours(19), Duration.ofHours(3))));
        assertThatThrownBy(() -> desk.as(desk.emily).routing().history(ticket.id()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.as(desk.oscar).routing().history(ticket.id()))
                .isInstanceOf(NotFoundException.class);
    }

    private String name(UserId user) {
        return desk.admin.people().user(user).orElseThrow().person().name();
    }

    private Optional<UserId> assignee(Ticket ticket) {
        desk.settle();
        return desk.admin.tickets().get(ticket.id()).assignee();
    }

    @Test
    @Requirement("REQ-TM-009")
    void manyAreGivenOneByOneAndWhoGivesMayStop() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tickets.add(create("Ticket " + i));
        }
        List<AssignTicket> all = tickets.stream()
                .map(ticket -> AssignTicket.to(ticket.id(), ann.id()))
                .toList();
        List<RoutingProgress> told = new ArrayList<>();
        List<AssignmentOutcome> outcomes = by(bob).assign(all, told::add);
        assertThat(outcomes).extracting(one -> one.assigned().isPresent()).containsExactly(true, true, false, false);
        assertThat(outcomes.get(3).refusal().orElseThrow().code()).isEqualTo(ErrorCode.INVALID_COMMAND);
        assertThat(told)
                .containsExactly(
                        new RoutingProgress(1, 0, 4),
                        new RoutingProgress(2, 0, 4),
                        new RoutingProgress(3, 1, 4),
                        new RoutingProgress(4, 2, 4));
        assertThat(by(desk.manager).assign(all, progress -> progress.done() < 3))
                .hasSize(3);
        assertThat(desk.admin.tickets().get(tickets.get(2).id()).assignee()).contains(ann.id());
        assertThat(desk.admin.tickets().get(tickets.get(3).id()).assignee()).isEmpty();
        refused("too_many", () -> by(bob).assign(Collections.nCopies(501, all.get(0)), one -> true));
    }

    @Test
    void whatIsOfferedSaysWhatMayBeDoneByHand() {
        Ticket ticket = create("One");
        assertThat(offered(ann, ticket)).containsExactly("TAKE");
        assertThat(offered(desk.agent, ticket)).containsExactly("TAKE not_a_member");
        by(ann).take(TakeTicket.of(ticket.id()));
        assertThat(offered(ann, ticket)).containsExactly("RELEASE");
        assertThat(offered(bob, ticket)).containsExactly("STEAL not_permitted", "RELEASE");
        assertThat(offered(desk.manager, ticket)).containsExactly("STEAL", "RELEASE");
        desk.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED)));
        assertThat(offered(desk.manager, ticket)).containsExactly("STEAL not_open", "RELEASE");
    }

    private List<String> offered(User user, Ticket ticket) {
        return desk.as(user).tickets().actionsFor(ticket.id()).stream()
                .filter(action -> List.of(TicketAction.Kind.TAKE, TicketAction.Kind.STEAL, TicketAction.Kind.RELEASE)
                        .contains(action.kind()))
                .map(action -> (action.kind() + " "
                                + String.join(
                                        " ",
                                        action.refusals().stream()
                                                .map(Violation::key)
                                                .toList()))
                        .strip())
                .toList();
    }
}

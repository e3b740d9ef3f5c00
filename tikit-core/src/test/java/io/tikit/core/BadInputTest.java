package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.Person;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Field;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.UserId;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bad input at every public method ends in a failure with a code, and nothing is written. */
class BadInputTest {
    private static final String HUGE = "x".repeat(10 * 1024 * 1024);
    private static final TicketId NO_TICKET = new TicketId(new UUID(1, 2));
    private static final UserId NO_USER = new UserId(new UUID(3, 4));
    private static final TeamId NO_TEAM = new TeamId(new UUID(5, 6));
    private static final Cursor FOREIGN = new Cursor("AAAA");

    private static DeskFixture desk;
    private static Ticket ticket;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
        ticket = desk.ticket("Good");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> everyMethodRefusesBadInput() {
        Desk agent = desk.as(desk.agent);
        return Stream.of(
                bad("subject huge", ErrorCode.INVALID_COMMAND, () -> create(HUGE)),
                bad("subject blank", ErrorCode.INVALID_COMMAND, () -> create(" \u3000 ")),
                bad("subject with a line break", ErrorCode.INVALID_COMMAND, () -> create("a\nb")),
                bad("subject with NUL", ErrorCode.INVALID_COMMAND, () -> create("a\u0000b")),
                bad("subject with half a surrogate", ErrorCode.INVALID_COMMAND, () -> create("a\ud83d")),
                bad(
                        "description huge",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .create(CreateTicket.of("a", desk.emily.id()).withDescription(HUGE))),
                bad(
                        "requester unknown",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets().create(CreateTicket.of("a", NO_USER))),
                bad(
                        "team unknown",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .create(CreateTicket.of("a", desk.emily.id()).withTeam(NO_TEAM))),
                bad(
                        "assignee a customer",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetAssignee(desk.emily.id())))),
                bad(
                        "field key",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .create(CreateTicket.of("a", desk.emily.id()).withField("Not A Key", "x"))),
                bad(
                        "field value huge",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .create(CreateTicket.of("a", desk.emily.id()).withField("k", HUGE))),
                bad(
                        "field instant beyond range",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .update(UpdateTicket.of(
                                        ticket.id(),
                                        new TicketChange.SetField("k", new FieldValue.Moment(Instant.MAX))))),
                bad(
                        "key empty",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .create(CreateTicket.of("a", desk.emily.id()).withKey(IdempotencyKey.of("", "")))),
                bad(
                        "status unknown",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .update(UpdateTicket.of(
                                        ticket.id(), new TicketChange.SetStatus(new Status("nowhere"))))),
                bad(
                        "no change",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets().update(UpdateTicket.of(ticket.id()))),
                bad(
                        "revision from the future",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.tickets()
                                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("b"))
                                        .expecting(new Revision(99)))),
                bad(
                        "update of no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> agent.tickets().update(UpdateTicket.of(NO_TICKET, new TicketChange.SetSubject("b")))),
                bad(
                        "get of no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> agent.tickets().get(NO_TICKET)),
                bad(
                        "history of no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> agent.tickets().history(NO_TICKET, PageRequest.first(1))),
                bad(
                        "reply to no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> agent.conversations().reply(Reply.to(NO_TICKET, "a"))),
                bad(
                        "note on no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> agent.conversations().note(AddNote.to(NO_TICKET, "a"))),
                bad(
                        "entries of no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> agent.conversations().entries(NO_TICKET, PageRequest.first(1))),
                bad(
                        "reply blank",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.conversations().reply(Reply.to(ticket.id(), "\n"))),
                bad(
                        "reply huge",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.conversations().reply(Reply.to(ticket.id(), HUGE))),
                bad(
                        "note with a control character",
                        ErrorCode.INVALID_COMMAND,
                        () -> agent.conversations().note(AddNote.to(ticket.id(), "a\u001bb"))),
                bad(
                        "list without an anchor",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.tickets().list(TicketQuery.where(TicketFields.STATUS.isOpen()))),
                bad(
                        "list of an unknown field",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.tickets()
                                .list(TicketQuery.where(Field.<String>of("nothing", FieldValue.Text::new)
                                        .is("x")))),
                bad(
                        "list too deep",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.tickets().list(TicketQuery.where(deep(100)))),
                bad(
                        "list by subject",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.tickets().list(mine().orderBy(TicketFields.SUBJECT.ascending()))),
                bad("page of 0", ErrorCode.INVALID_QUERY, () -> agent.tickets().list(mine().size(0))),
                bad(
                        "page of 501",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.tickets().list(mine().size(501))),
                bad(
                        "list, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.tickets().list(mine().after(FOREIGN))),
                bad(
                        "list, cursor that is not base64",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.tickets().list(mine().after(new Cursor("%%%")))),
                bad(
                        "history, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.tickets()
                                .history(ticket.id(), PageRequest.first(1).after(FOREIGN))),
                bad(
                        "entries, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.conversations()
                                .entries(ticket.id(), PageRequest.first(1).after(FOREIGN))),
                bad(
                        "users, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.people().users(PageRequest.first(1).after(FOREIGN))),
                bad(
                        "teams, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.people().teams(PageRequest.first(1).after(FOREIGN))),
                bad(
                        "search, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> agent.search().tickets(SearchQuery.of("a").after(FOREIGN))),
                bad(
                        "search for nothing",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.search().tickets(SearchQuery.of(" "))),
                bad(
                        "search for too much",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.search().tickets(SearchQuery.of(HUGE))),
                bad(
                        "filter with an order",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.search().filter(mine().orderBy(TicketFields.NUMBER.ascending()))),
                bad(
                        "counts by subject",
                        ErrorCode.INVALID_QUERY,
                        () -> agent.search().counts(Condition.always(), "subject")),
                bad(
                        "user without a name",
                        ErrorCode.INVALID_COMMAND,
                        () -> desk.admin.people().createUser(CreateUser.of("", "x@acme.example"))),
                bad(
                        "user with a bad mail address",
                        ErrorCode.INVALID_COMMAND,
                        () -> desk.admin.people().createUser(CreateUser.of("X", "not an address"))),
                bad(
                        "user with an unknown role",
                        ErrorCode.INVALID_COMMAND,
                        () -> desk.admin
                                .people()
                                .createUser(CreateUser.of("X", "x@acme.example").withRole(new Role("king")))),
                bad(
                        "user twice",
                        ErrorCode.USER_EXISTS,
                        () -> desk.admin.people().createUser(CreateUser.of("Emily", "EMILY@acme.example"))),
                bad(
                        "update of no user",
                        ErrorCode.USER_NOT_FOUND,
                        () -> desk.admin
                                .people()
                                .updateUser(UpdateUser.of(NO_USER).withName("X"))),
                bad(
                        "team twice",
                        ErrorCode.TEAM_EXISTS,
                        () -> desk.admin.people().createTeam(CreateTeam.of("hardware"))),
                bad(
                        "team of customers",
                        ErrorCode.INVALID_COMMAND,
                        () -> desk.admin.people().createTeam(CreateTeam.of("Customers", desk.emily.id()))),
                bad(
                        "update of no team",
                        ErrorCode.TEAM_NOT_FOUND,
                        () -> desk.admin
                                .people()
                                .updateTeam(UpdateTeam.of(NO_TEAM).withName("X"))),
                bad("nothing together", ErrorCode.INVALID_COMMAND, () -> agent.together(List.of())),
                bad(
                        "subscription name",
                        ErrorCode.INVALID_COMMAND,
                        () -> desk.admin.events().subscribe(SubscriptionSpec.durable("Not A Name"), event -> {})),
                bad(
                        "tenant name",
                        ErrorCode.INVALID_COMMAND,
                        () -> desk.tikit.tenants().create("Not A Name", Person.of("A", "a@b.example"))),
                bad(
                        "tenant twice",
                        ErrorCode.TENANT_EXISTS,
                        () -> desk.tikit.tenants().create("acme", Person.of("A", "a@b.example"))),
                bad(
                        "a host as the engine",
                        ErrorCode.INVALID_CALL,
                        () -> desk.tikit.as(Caller.of(desk.tenant, new Actor.Engine("me")))),
                bad(
                        "correlation id too long",
                        ErrorCode.INVALID_CALL,
                        () -> desk.tikit
                                .as(Caller.of(desk.tenant, desk.agent.id()).correlated("x".repeat(65)))
                                .tickets()
                                .find(NO_TICKET)),
                bad(
                        "dead letter",
                        ErrorCode.DEAD_LETTER_NOT_FOUND,
                        () -> desk.tikit.operations().replay(desk.tenant, new UUID(1, 1))));
    }

    private static DynamicTest bad(String name, ErrorCode code, ThrowingCallable call) {
        return DynamicTest.dynamicTest(name, () -> {
            int before = size();
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            TikitException.class, e -> assertThat(e.code()).isEqualTo(code));
            assertThat(size()).isEqualTo(before);
        });
    }

    /** Counts everything that a refused call could have written for Emily. */
    private static int size() {
        Desk agent = desk.as(desk.agent);
        Page<TicketSummary> tickets = agent.tickets().list(mine().size(500));
        return tickets.items().size()
                + agent.conversations()
                        .entries(ticket.id(), PageRequest.first(500))
                        .items()
                        .size()
                + agent.tickets()
                        .history(ticket.id(), PageRequest.first(500))
                        .items()
                        .size()
                + agent.people().users(PageRequest.first(500)).items().size();
    }

    private static TicketQuery mine() {
        return TicketQuery.where(TicketFields.REQUESTER.is(desk.emily.id()));
    }

    private static Ticket create(String subject) {
        return desk.as(desk.agent).tickets().create(CreateTicket.of(subject, desk.emily.id()));
    }

    private static Condition deep(int levels) {
        Condition condition = TicketFields.REQUESTER.is(desk.emily.id());
        for (int i = 0; i < levels; i++) {
            condition = condition.negate();
        }
        return condition;
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        for (int i = 0; i < 3; i++) {
            desk.as(desk.oscar).tickets().create(CreateTicket.of("Cursor " + i, desk.oscar.id()));
        }
        TicketQuery query =
                TicketQuery.where(TicketFields.REQUESTER.is(desk.oscar.id())).size(1);
        Cursor cursor = desk.as(desk.agent).tickets().list(query).next().orElseThrow();
        assertThatThrownBy(() -> desk.as(desk.agent)
                        .tickets()
                        .list(TicketQuery.where(TicketFields.ASSIGNEE.isAbsent())
                                .after(cursor)))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    @Test
    void textOfEveryScriptSurvives() {
        String subject = "\u202eمرحبا שלום İıŞ Ωμέγα 👩‍👩‍👧 é e\u0301";
        Ticket created = create(subject);
        assertThat(desk.as(desk.agent).tickets().get(created.id()).subject()).isEqualTo(subject);
    }

    @Test
    void allViolationsComeAtOnce() {
        assertThatThrownBy(() -> desk.as(desk.agent)
                        .tickets()
                        .create(CreateTicket.of("", desk.emily.id())
                                .withField("BAD", "x")
                                .with(new TicketChange.SetSubject("\n"))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path())
                                .containsExactly("subject", "changes[0].key", "changes[1].value"));
    }

    @Test
    void aTenantThatIsNotThereIsNotFound() {
        assertThatThrownBy(() ->
                        desk.tikit.operations().deadLetters(io.tikit.api.TenantId.of("nobody"), PageRequest.first(1)))
                .isInstanceOf(NotFoundException.class);
    }
}

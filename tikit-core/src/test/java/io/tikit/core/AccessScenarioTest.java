package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Reply;
import io.tikit.api.conversation.Text;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each role may do, and what must not leak. */
class AccessScenarioTest {
    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    @Requirement("REQ-UM-001")
    void customersSeeAndAnswerTheirOwnTicketsOnly() {
        Ticket ticket = desk.ticket("Private matter");
        Desk oscar = desk.as(desk.oscar);
        assertThat(oscar.tickets().find(ticket.id())).isEmpty();
        assertThat(oscar.tickets().findByNumber(ticket.number())).isEmpty();
        assertThat(oscar.tickets()
                        .list(TicketQuery.where(TicketFields.REQUESTER.is(desk.emily.id())))
                        .items())
                .isEmpty();
        notFound(() -> oscar.tickets().get(ticket.id()));
        notFound(() -> oscar.tickets().history(ticket.id(), PageRequest.first(5)));
        notFound(() -> oscar.conversations().entries(ticket.id(), PageRequest.first(5)));
        notFound(() -> oscar.conversations().reply(Reply.to(ticket.id(), "Me too")));
        notFound(() ->
                oscar.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED))));
        assertThat(desk.as(desk.emily)
                        .tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED)))
                        .status())
                .isEqualTo(Status.RESOLVED);
    }

    @Test
    void customersMayNotDoWhatIsTheAgents() {
        Ticket ticket = desk.ticket("Routing");
        Desk emily = desk.as(desk.emily);
        denied(() -> emily.tickets().create(CreateTicket.of("For another", desk.oscar.id())));
        denied(() ->
                emily.tickets().create(CreateTicket.of("Mine", desk.emily.id()).withTeam(desk.hardware.id())));
        denied(() -> emily.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.ClearTeam())));
        denied(() -> emily.conversations().note(AddNote.to(ticket.id(), "Psst")));
        denied(() -> emily.people().users(PageRequest.first(5)));
        denied(() -> emily.people().createUser(CreateUser.of("Eve", "eve@acme.example")));
        denied(() -> emily.events().subscribe(SubscriptionSpec.live(), event -> {}));
        denied(() -> desk.as(desk.agent).people().createUser(CreateUser.of("Eve", "eve@acme.example")));
        denied(() -> desk.as(desk.manager)
                .people()
                .createUser(CreateUser.of("Eve", "eve@acme.example").withRole(Role.ADMIN)));
        denied(() -> desk.as(desk.manager)
                .people()
                .updateUser(UpdateUser.of(desk.manager.id()).withRole(Role.AGENT)));
        assertThat(emily.people().user(desk.oscar.id())).isEmpty();
        assertThat(emily.people().me()).contains(desk.emily);
    }

    @Test
    @Requirement({"REQ-CC-005", "REQ-CC-009"})
    void notesReachNoCustomerByAnyWay() {
        Ticket ticket = desk.ticket("Billing question");
        Desk agent = desk.as(desk.agent);
        Desk emily = desk.as(desk.emily);
        Entry seen = emily.conversations().reply(Reply.to(ticket.id(), "Any news?"));
        Entry note = agent.conversations()
                .note(AddNote.to(ticket.id(), Text.html("<p>zanzibar <img alt=zanzibar src=//x.example></p>")));
        Entry answer = agent.conversations()
                .reply(Reply.to(ticket.id(), Text.markdown("*zanzibar* again")).inReplyTo(note.id()));
        assertThat(answer.kind()).isEqualTo(EntryKind.NOTE);
        desk.settle();
        assertThat(emily.conversations()
                        .entries(ticket.id(), PageRequest.first(10))
                        .items())
                .hasSize(2)
                .noneMatch(entry ->
                        entry.body().contains("zanzibar") || entry.html().contains("zanzibar"));
        assertThat(emily.tickets().history(ticket.id(), PageRequest.first(10)).items())
                .noneMatch(event -> event.type().equals(EventTypes.TICKET_NOTED));
        assertThat(emily.search().tickets(SearchQuery.of("zanzibar")).items()).isEmpty();
        assertThat(agent.search().tickets(SearchQuery.of("zanzibar")).items()).hasSize(1);
        for (Entry hidden : List.of(note, answer)) {
            assertThatThrownBy(() -> emily.conversations().htmlWithImages(ticket.id(), hidden.id()))
                    .isInstanceOfSatisfying(
                            NotFoundException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND));
            assertThatThrownBy(() -> emily.conversations()
                            .reply(Reply.to(ticket.id(), "You too").inReplyTo(hidden.id())))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.violations())
                                    .extracting(Violation::key)
                                    .containsExactly("unknown_entry"));
        }
        // That there are newer notes is no reason to refuse a customer, and would tell of them.
        Entry reply = emily.conversations()
                .reply(Reply.to(ticket.id(), "Hello?").afterSeeing(seen.id()).inReplyTo(seen.id()));
        assertThat(reply.kind()).isEqualTo(EntryKind.REPLY);
    }

    @Test
    @Requirement("REQ-NF-012")
    void tenantsDoNotSeeEachOther() {
        Ticket ticket = desk.ticket("quokka in the server room");
        desk.settle();
        Person eve = Person.of("Eve", "eve@globex.example");
        TenantId globex = desk.tikit.tenants().createIfAbsent("globex", eve);
        Desk other = desk.tikit.as(Caller.of(globex, eve));
        assertThat(other.tickets().find(ticket.id())).isEmpty();
        assertThat(other.people().user(desk.emily.id())).isEmpty();
        assertThat(other.people().team(desk.hardware.id())).isEmpty();
        assertThat(other.search().tickets(SearchQuery.of("quokka")).items()).isEmpty();
        assertThat(other.search().counts(Condition.always(), "state")).isEmpty();
        notFound(() -> other.conversations().note(AddNote.to(ticket.id(), "hello")));
        assertThatThrownBy(() -> desk.tikit
                        .as(Caller.of(globex, desk.agent.id()))
                        .tickets()
                        .find(ticket.id()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.tikit
                        .as(Caller.of(TenantId.of("nobody"), eve))
                        .tickets()
                        .find(ticket.id()))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TENANT_NOT_FOUND));
    }

    @Test
    @Requirement("REQ-UM-004")
    void aUserWhoIsNotActiveMayDoNothing() {
        User temp = desk.admin.people().createUser(CreateUser.of("Temp", "temp@acme.example"));
        desk.as(temp).tickets().create(CreateTicket.of("Before", temp.id()));
        desk.admin.people().updateUser(UpdateUser.of(temp.id()).withActive(false));
        assertThatThrownBy(() -> desk.as(temp).tickets().create(CreateTicket.of("After", temp.id())))
                .isInstanceOfSatisfying(
                        NotPermittedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER_INACTIVE));
    }

    @Test
    void theHostsOwnPeopleAppearOnFirstSightAsCustomers() {
        Person nora = new Person("Nora", "nora@acme.example", "ldap:nora");
        Desk desks = desk.tikit.as(Caller.of(desk.tenant, nora));
        User me = desks.people().me().orElseThrow();
        assertThat(me.role()).isEqualTo(Role.CUSTOMER);
        assertThat(me.person()).isEqualTo(nora);
        assertThat(desk.admin.people().userBySubject("ldap:nora")).contains(me);
    }

    private static void denied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotPermittedException.class);
    }

    private static void notFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that a desk defines itself: whose tickets they see, what they may do with them, and what nobody gets by them. */
class RoleScenarioTest {
    private static final String TEAM_AGENT = """
            {"grants":[{"effect":"allow","actions":["ticket.*","note.*"],"scope":"team"},
                       {"effect":"allow","actions":["ticket.see","ticket.reply"],"scope":"own","as":["requester"]},
                       {"effect":"deny","actions":["ticket.move","ticket.create_for_others"]},
                       {"effect":"deny","actions":["ticket.change"],"scope":"condition","condition":"priority:critical"}]}
            """;

    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private User member(String name, String role) {
        User user = desk.admin
                .people()
                .createUser(CreateUser.of(name, name + "@acme.example").withRole(new Role(role)));
        return user;
    }

    private void define(String role, String body) {
        desk.admin.configuration().save(SaveDocument.of("role", role, role, body));
    }

    private Ticket ofHardware(String subject) {
        Ticket ticket = desk.ticket(subject);
        return desk.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetTeam(desk.hardware.id())));
    }

    @Test
    @Requirement({"REQ-UM-001", "REQ-UM-002"})
    void aRoleSeesAndChangesWhatItsScopesSay() {
        define("hardware_agent", TEAM_AGENT);
        User tom = member("Tom", "hardware_agent");
        Desk toms = desk.as(tom);
        Ticket printer = ofHardware("Printer on fire");
        Ticket payroll = desk.ticket("Payroll of September");
        desk.settle();
        assertThat(toms.tickets().find(printer.id())).as("not yet in the team").isEmpty();
        desk.admin.people().updateTeam(UpdateTeam.of(desk.hardware.id()).adding(tom.id()));
        assertThat(toms.tickets().find(printer.id())).isPresent();
        assertThat(toms.tickets().find(payroll.id())).isEmpty();
        assertThat(toms.tickets().findByNumber(payroll.number())).isEmpty();
        assertThat(toms.tickets()
                        .list(TicketQuery.where(TicketFields.REQUESTER.is(desk.emily.id())))
                        .items())
                .extracting(TicketSummary::id)
                .containsExactly(printer.id());
        assertThat(toms.search().counts(Condition.always(), "state").values()).containsExactly(1L);
        assertThat(toms.search().tickets(SearchQuery.of("Payroll")).items()).isEmpty();
        notFound(() -> toms.conversations().note(AddNote.to(payroll.id(), "Hm")));
        notFound(() -> toms.tickets().history(payroll.id(), PageRequest.first(5)));
        toms.conversations().note(AddNote.to(printer.id(), "Bring water"));
        toms.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetPriority(Priority.HIGH)));
        Team other = desk.admin.people().createTeam(CreateTeam.of("Paper", desk.agent.id()));
        denied(() -> toms.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetTeam(other.id()))));
        denied(() ->
                toms.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetPriority(Priority.CRITICAL))));
        desk.admin.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetPriority(Priority.CRITICAL)));
        denied(() -> toms.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetStatus(Status.OPEN))));
        toms.conversations().reply(Reply.to(printer.id(), "We are on our way"));
        define("hardware_agent", TEAM_AGENT.replace("\"ticket.move\",", ""));
        desk.admin.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetPriority(Priority.LOW)));
        toms.tickets().update(UpdateTicket.of(printer.id(), new TicketChange.SetTeam(other.id())));
        notFound(() -> toms.tickets().get(printer.id()));
    }

    @Test
    @Requirement("REQ-UM-002")
    void whatARoleHoldsChangesAtOnceOnThisNode() {
        define("reader", "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.see\"]}]}");
        Desk reader = desk.as(member("Rita", "reader"));
        Ticket ticket = desk.ticket("Readable");
        assertThat(reader.tickets().find(ticket.id())).isPresent();
        denied(() -> reader.conversations().reply(Reply.to(ticket.id(), "Hello")));
        define(
                "reader",
                "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.see\"],\"scope\":\"condition\",\"condition\":"
                        + "\"priority>=high\"}]}");
        assertThat(reader.tickets().find(ticket.id())).isEmpty();
        desk.admin.configuration().retire(RetireDocument.of(new DocumentKey("role", "reader")));
        assertThat(reader.search().counts(Condition.always(), "state")).isEmpty();
        invalid("unknown_role", () -> member("Rob", "reader"));
    }

    @Test
    @Requirement("REQ-UM-002")
    void fieldsAreHiddenAndFixedOnEveryPath() {
        define("partner", """
                {"grants":[{"effect":"allow","actions":["ticket.*","note.read","people.see"]}],
                 "fields":[{"field":"field.margin","read":"deny"},{"field":"assignee","read":"deny"},
                           {"field":"priority","write":"deny"}]}
                """);
        Ticket ticket = desk.admin
                .tickets()
                .create(CreateTicket.of("Quote", desk.emily.id())
                        .with(new TicketChange.SetField("margin", new FieldValue.Whole(40)))
                        .with(new TicketChange.SetAssignee(desk.agent.id())));
        Desk partner = desk.as(member("Pam", "partner"));
        desk.settle();
        Ticket seen = partner.tickets().get(ticket.id());
        assertThat(seen.fields()).isEmpty();
        assertThat(seen.assignee()).isEmpty();
        assertThat(partner.tickets()
                        .list(TicketQuery.where(TicketFields.REQUESTER.is(desk.emily.id())))
                        .items())
                .allSatisfy(row -> assertThat(row.assignee()).isEmpty());
        assertThat(partner.search().tickets(SearchQuery.of("Quote")).items())
                .hasSize(1)
                .allSatisfy(hit -> assertThat(hit.ticket().assignee()).isEmpty());
        assertThat(partner.search()
                        .filter(TicketQuery.where(Condition.always()))
                        .items())
                .allSatisfy(row -> assertThat(row.assignee()).isEmpty());
        assertThat(partner.tickets().history(ticket.id(), PageRequest.first(9)).items())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.changes())
                        .noneMatch(change -> change.field().equals("assignee")
                                || change.field().equals("field.margin")));
        assertThat(partner.tickets().asOf(ticket.id(), seen.summary().updatedAt()))
                .hasValueSatisfying(past -> assertThat(past).isEqualTo(seen));
        assertThat(desk.admin.tickets().get(ticket.id()).assignee()).contains(desk.agent.id());
        invalid("field_not_readable", () -> partner.tickets().explain(ticket.id(), "field.margin"));
        invalid(
                "field_not_readable",
                () -> partner.tickets().list(TicketQuery.where(TicketFields.ASSIGNEE.is(desk.agent.id()))));
        invalid("field_not_readable", () -> partner.search().counts(Condition.always(), "assignee"));
        invalid(
                "field_not_readable",
                () -> partner.search()
                        .filter(TicketQuery.where(
                                TicketFields.customWhole("margin").isAtLeast(1L))));
        assertThatThrownBy(() -> partner.tickets()
                        .update(UpdateTicket.of(
                                ticket.id(),
                                new TicketChange.SetPriority(Priority.LOW),
                                new TicketChange.SetSubject("Offer"),
                                new TicketChange.SetField("margin", new FieldValue.Whole(1)))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path, Violation::key)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.groups.Tuple.tuple("changes[0]", "field_not_writable"),
                                        org.assertj.core.groups.Tuple.tuple("changes[2]", "field_not_writable")));
        assertThat(partner.tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("Offer")))
                        .fields())
                .isEmpty();
    }

    @Test
    @Requirement("REQ-UM-002")
    void nobodyGetsMoreThanTheyHoldByGivingIt() {
        define("clerk", """
                {"grants":[{"effect":"allow","actions":["ticket.*"],"scope":"team"},
                           {"effect":"allow","actions":["people.see","people.change","configuration.*"]}]}
                """);
        User cleo = member("Cleo", "clerk");
        desk.admin.people().updateTeam(UpdateTeam.of(desk.hardware.id()).adding(cleo.id()));
        Desk clerk = desk.as(cleo);
        denied(() -> save(clerk, "clerk", "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"*\"]}]}"));
        denied(() -> save(clerk, "spy", "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.see\"]}]}"));
        denied(() -> clerk.people()
                .createUser(CreateUser.of("Zoe", "zoe@acme.example").withRole(Role.AGENT)));
        denied(() -> clerk.people().updateUser(UpdateUser.of(desk.agent.id()).withName("Mallory")));
        denied(() -> clerk.people().createTeam(CreateTeam.of("All of it", cleo.id())));
        save(clerk, "helper", "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.see\"],\"scope\":\"team\"}]}");
        clerk.people().createUser(CreateUser.of("Hal", "hal@acme.example").withRole(new Role("helper")));
        invalid("role_fixed", () -> define("admin", "{\"grants\":[]}"));
        invalid(
                "desk_wide",
                () -> define(
                        "odd",
                        "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"people.see\"],\"scope\":\"team\"}]}"));
        invalid(
                "unknown_permission",
                () -> define("odd", "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.burn\"]}]}"));
        invalid("field_always_read", () -> define("odd", "{\"fields\":[{\"field\":\"subject\",\"read\":\"deny\"}]}"));
        invalid(
                "custom_field",
                () -> define(
                        "odd",
                        "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.see\"],\"scope\":\"condition\","
                                + "\"condition\":\"field.vip:true\"}]}"));
        denied(() -> clerk.events().subscribe(SubscriptionSpec.live(), event -> {}));
    }

    @Test
    @Requirement("REQ-UM-002")
    void aRoleOfACategoryThatIsNotThereIsRefused() {
        String nowhere = new UUID(0, 7).toString();
        assertThatThrownBy(() -> define("nowhere", """
                {"grants": [
                   {"effect": "allow", "actions": ["ticket.see"]},
                   {"effect": "allow", "actions": ["ticket.reply"], "scope": "category", "category": "%s"}],
                 "fields": [
                   {"field": "team", "read": "deny", "scope": "category", "category": "%s"}]}
                """.formatted(nowhere, nowhere)))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path() + " " + v.key())
                                .containsExactlyInAnyOrder(
                                        "body.grants[1].category unknown_category",
                                        "body.fields[0].category unknown_category"));
        String network = desk.admin
                .categories()
                .create(CreateCategory.of("Network"))
                .id()
                .toString();
        define("somewhere", """
                {"grants": [{"effect": "allow", "actions": ["ticket.see"], "scope": "category", "category": "%s"}]}
                """.formatted(network));
    }

    @Test
    @Requirement("REQ-UM-002")
    void builtInRolesMayBeRedefinedAndComeBack() {
        Ticket ticket = desk.ticket("Agents beware");
        define("agent", "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.see\"]}]}");
        denied(() -> desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "Hm")));
        invalid(
                "not_an_agent",
                () -> desk.admin
                        .tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetAssignee(desk.agent.id()))));
        desk.admin.configuration().retire(RetireDocument.of(new DocumentKey("role", "agent")));
        desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "Hm"));
    }

    /** Two administrators who dismiss each other at the same moment: one remains. */
    @Test
    @Requirement("REQ-UM-001")
    void theLastAdministratorStays() throws Exception {
        User ada = desk.admin.people().me().orElseThrow();
        Desk service = desk.service(Role.ADMIN);
        denied(() -> service.people().updateUser(UpdateUser.of(ada.id()).withActive(false)));
        for (int round = 0; round < 5; round++) {
            User bob = service.people()
                    .createUser(CreateUser.of("Bob", "bob" + round + "@acme.example")
                            .withRole(Role.ADMIN));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<User>> both = threads.invokeAll(List.<Callable<User>>of(
                        () -> desk.as(ada)
                                .people()
                                .updateUser(UpdateUser.of(bob.id()).withRole(Role.AGENT)),
                        () -> desk.as(bob)
                                .people()
                                .updateUser(UpdateUser.of(ada.id()).withRole(Role.AGENT))));
                for (Future<User> one : both) {
                    try {
                        one.get();
                    } catch (ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(io.tikit.api.error.TikitException.class);
                    }
                }
            } finally {
                threads.shutdown();
            }
            List<User> left = Stream.of(ada, bob)
                    .map(user -> service.people().user(user.id()).orElseThrow())
                    .filter(user -> user.role().equals(Role.ADMIN))
                    .toList();
            assertThat(left).isNotEmpty();
            service.people().updateUser(UpdateUser.of(ada.id()).withRole(Role.ADMIN));
            service.people().updateUser(UpdateUser.of(bob.id()).withRole(Role.AGENT));
        }
    }

    private static void save(Desk as, String role, String body) {
        as.configuration().save(SaveDocument.of("role", role, role, body));
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotPermittedException.class);
    }

    private static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
    }

    private static void invalid(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsOnly(key));
    }
}

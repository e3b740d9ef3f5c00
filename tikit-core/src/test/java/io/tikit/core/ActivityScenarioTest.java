package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tikit.api.Desk;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Explanation;
import io.tikit.api.event.FieldChange;
import io.tikit.api.login.ActAs;
import io.tikit.api.login.LoginResult;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.ProfileField;
import io.tikit.api.people.Role;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person did, and what of it whom is told; and what those are told of notes who read none. */
class ActivityScenarioTest {
    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static List<Event> activity(Desk reader, UserId person) {
        return reader.events().activity(person, PageRequest.first(100)).items();
    }

    private static User person(String name, Role role) {
        return desk.admin
                .people()
                .createUser(CreateUser.of(name, name + "@active.example").withRole(role));
    }

    @Test
    @Requirement("REQ-UM-005")
    void activityTellsWhatSomebodyDidLatestFirst() {
        User tim = person("tim", Role.AGENT);
        Desk as = desk.as(tim);
        Ticket first = desk.ticket("First");
        Ticket second = desk.ticket("Second");
        as.conversations().reply(Reply.to(first.id(), "On it"));
        as.tickets().update(UpdateTicket.of(second.id(), new TicketChange.SetPriority(Priority.HIGH)));
        as.conversations().note(AddNote.to(first.id(), "Odd"));
        desk.as(desk.agent).conversations().reply(Reply.to(first.id(), "Me too"));
        List<Event> did = activity(desk.admin, tim.id());
        assertThat(did)
                .extracting(Event::type)
                .containsExactly(EventTypes.TICKET_NOTED, EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED);
        assertThat(did)
                .extracting(Event::subject)
                .containsExactly(
                        first.id().value(), second.id().value(), first.id().value());
        assertThat(activity(as, tim.id())).isEqualTo(did);
        assertThat(activity(desk.as(desk.manager), tim.id())).isEqualTo(did);
    }

    @Test
    @Requirement("REQ-UM-005")
    void activityIsForThemselvesAndThoseWhoLookAfterLogins() {
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> activity(desk.as(desk.emily), desk.agent.id()));
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> activity(desk.as(desk.agent), desk.emily.id()));
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> activity(desk.as(desk.emily), new UserId(new UUID(1, 2))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> activity(desk.admin, new UserId(new UUID(1, 2))));
        Cursor elsewhere =
                pageOf(desk.admin, someoneBusy(), Optional.empty()).next().orElseThrow();
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() ->
                        desk.admin.events().activity(desk.emily.id(), new PageRequest(2, Optional.of(elsewhere))));
    }

    private static UserId someoneBusy() {
        User busy = person("busy" + desk.ticket("Busy").number(), Role.AGENT);
        Ticket ticket = desk.ticket("Busy");
        for (int i = 0; i < 4; i++) {
            desk.as(busy).conversations().reply(Reply.to(ticket.id(), "No. " + i));
        }
        return busy.id();
    }

    @Test
    @Requirement("REQ-UM-005")
    void whatSomebodyElseDidOnTheirBehalfIsTheirsToo() {
        User nina = person("nina", Role.AGENT);
        User oldest = desk.admin.people().me().orElseThrow();
        Ticket ticket = desk.ticket("On behalf");
        LoginResult.SignedIn acting = desk.admin.login().actAs(new ActAs(nina.id(), "She is ill", Duration.ofHours(1)));
        Desk as = desk.tikit.as(desk.tikit.logins(desk.tenant, LoginDesk.HOME).caller(acting.token()));
        as.conversations().reply(Reply.to(ticket.id(), "For Nina"));
        assertThat(activity(desk.as(nina), nina.id()))
                .filteredOn(event -> event.type().equals(EventTypes.TICKET_REPLIED))
                .singleElement()
                .satisfies(event -> assertThat(event.onBehalfOf()).contains(nina.id()));
        assertThat(activity(desk.admin, oldest.id()))
                .filteredOn(event -> event.onBehalfOf().equals(Optional.of(nina.id())))
                .extracting(Event::type)
                .contains(EventTypes.TICKET_REPLIED);
    }

    /** Somebody who looks after logins, sees the tickets of one requester alone, and reads neither notes nor people. */
    private static Desk narrow(String name) {
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "role",
                        name,
                        "Narrow",
                        "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"login.look_after\"]},"
                                + "{\"effect\":\"allow\",\"actions\":[\"ticket.see\"],\"scope\":\"condition\","
                                + "\"condition\":\"priority=low\"}]}"));
        return desk.as(person(name, new Role(name)));
    }

    @Test
    @Requirement({"REQ-UM-003", "REQ-UM-005"})
    void activityShowsOnlyWhatTheReaderSees() {
        Desk narrow = narrow("narrow");
        User joe = person("joe", Role.ADMIN);
        Desk as = desk.as(joe);
        Ticket open = desk.ticket("Open");
        Ticket secret = desk.ticket("Secret");
        as.tickets().update(UpdateTicket.of(open.id(), new TicketChange.SetPriority(Priority.LOW)));
        as.conversations().reply(Reply.to(secret.id(), "zanzibar"));
        as.conversations().note(AddNote.to(open.id(), "zanzibar"));
        as.conversations().note(AddNote.to(open.id(), "zanzibar").with(new TicketChange.SetSubject("Opened")));
        person("joes", Role.AGENT);
        as.people().createUser(CreateUser.of("New", "new@active.example"));
        as.configuration().save(SaveDocument.of("role", "joes", "Joe's", "{\"grants\":[]}"));
        assertThat(activity(desk.admin, joe.id())).hasSize(6);
        assertThat(activity(narrow, joe.id()))
                .extracting(Event::type, Event::ticket, Event::entry)
                .containsExactly(
                        tuple(EventTypes.TICKET_UPDATED, Optional.of(open.id()), Optional.empty()),
                        tuple(EventTypes.TICKET_UPDATED, Optional.of(open.id()), Optional.empty()));
    }

    @Test
    @Requirement("REQ-UM-005")
    void customersSeeWhatTheyDidThemselves() {
        User rita = person("rita", Role.CUSTOMER);
        Desk as = desk.as(rita);
        Ticket ticket = as.tickets().create(CreateTicket.of("Mine", rita.id()).withDescription("Hello"));
        as.people().updateProfile(UpdateProfile.of(rita.id()).withPhone("+49 30 1234"));
        desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Theirs"));
        assertThat(as.people().ownFields()).contains(ProfileField.PHONE);
        assertThat(activity(as, rita.id()))
                .extracting(Event::type)
                .containsExactly(EventTypes.USER_UPDATED, EventTypes.TICKET_CREATED);
        desk.as(desk.agent)
                .tickets()
                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetRequester(desk.oscar.id())));
        assertThat(activity(as, rita.id()))
                .as("a ticket that is no longer hers")
                .extracting(Event::type)
                .containsExactly(EventTypes.USER_UPDATED);
    }

    private static Page<Event> pageOf(Desk reader, UserId person, Optional<Cursor> after) {
        return reader.events().activity(person, new PageRequest(2, after));
    }

    @Test
    @Requirement("REQ-UM-005")
    void pagesAreToppedUpWithinBounds() {
        Desk narrow = narrow("narrower");
        User kim = person("kim", Role.AGENT);
        Ticket low = desk.ticket("Low");
        Ticket high = desk.ticket("High");
        desk.admin.tickets().update(UpdateTicket.of(low.id(), new TicketChange.SetPriority(Priority.LOW)));
        for (int i = 0; i < 60; i++) {
            boolean seen = i < 2 || i > 50;
            desk.as(kim).conversations().reply(Reply.to(seen ? low.id() : high.id(), "No. " + i));
        }
        List<Event> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Event> page = pageOf(narrow, kim.id(), next);
            all.addAll(page.items());
            sizes.add(page.items().size());
            next = page.next();
        } while (next.isPresent());
        assertThat(all).hasSize(11);
        assertThat(all).allSatisfy(event -> assertThat(event.ticket()).contains(low.id()));
        List<Event> whole = activity(narrow, kim.id());
        assertThat(all).isEqualTo(whole);
        // Some pages are full, and those that would look too far are cut off and go on.
        assertThat(sizes).startsWith(2, 2, 2, 2).contains(0);
        assertThat(Collections.max(sizes)).isEqualTo(2);
        assertThat(sizes).hasSizeLessThan(15);
    }

    @Test
    @Requirement({"REQ-CC-005", "REQ-UM-003"})
    void aNoteThatCameWithChangesIsAnUpdateToThoseWhoReadNone() {
        Ticket ticket = desk.ticket("Handed over");
        desk.admin
                .routing()
                .assignments()
                .assign(AssignTicket.to(ticket.id(), desk.agent.id()).withNote("zanzibar"));
        desk.as(desk.agent)
                .conversations()
                .note(AddNote.to(ticket.id(), "zanzibar").with(new TicketChange.SetPriority(Priority.HIGH)));
        desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "zanzibar"));
        List<Event> known = desk.as(desk.agent)
                .tickets()
                .history(ticket.id(), PageRequest.first(50))
                .items();
        assertThat(known)
                .filteredOn(event -> event.type().equals(EventTypes.TICKET_NOTED))
                .hasSize(3);
        Desk emily = desk.as(desk.emily);
        List<Event> told =
                emily.tickets().history(ticket.id(), PageRequest.first(50)).items();
        assertThat(told).hasSize(known.size() - 1).allSatisfy(event -> {
            assertThat(event.type()).isNotEqualTo(EventTypes.TICKET_NOTED);
            assertThat(event.facts()).isEmpty();
        });
        assertThat(told)
                .filteredOn(event -> event.type().equals(EventTypes.TICKET_UPDATED))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(event -> assertThat(event.entry()).isEmpty())
                .flatExtracting(Event::changes)
                .extracting(FieldChange::field)
                .contains("assignee", "priority");
        for (String field : List.of("assignee", "priority")) {
            Explanation why = emily.tickets().explain(ticket.id(), field);
            assertThat(why.value()).isPresent();
            assertThat(why.causes()).isNotEmpty().allSatisfy(event -> {
                assertThat(event.type()).isEqualTo(EventTypes.TICKET_UPDATED);
                assertThat(event.entry()).isEmpty();
                assertThat(event.facts()).isEmpty();
            });
        }
        assertThat(told.toString()).doesNotContain("zanzibar");
    }
}

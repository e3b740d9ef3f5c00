package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of tickets, as agents and customers live it. */
class TicketScenarioTest {
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
    @Requirement({"REQ-TM-001", "REQ-TM-002", "REQ-TM-021"})
    void aCustomerOpensATicketAndReadsItBack() {
        Ticket created = desk.tikit
                .as(Caller.of(desk.tenant, desk.emily.id()).via(Channel.WEB))
                .tickets()
                .create(CreateTicket.of("VPN drops every hour", desk.emily.id())
                        .withDescription("Since Monday.")
                        .withPriority(Priority.HIGH)
                        .withField("floor", "3"));

        Ticket read = desk.as(desk.emily).tickets().get(created.id());
        assertThat(read).isEqualTo(created);
        assertThat(read.number()).matches("TIK-[1-9][0-9]*");
        assertThat(read.status()).isEqualTo(Status.NEW);
        assertThat(read.priority()).isEqualTo(Priority.HIGH);
        assertThat(read.field("floor")).contains(new FieldValue.Text("3"));
        assertThat(desk.as(desk.emily).tickets().findByNumber(read.number().toLowerCase(java.util.Locale.ROOT)))
                .contains(read);
        List<Entry> entries = desk.as(desk.emily)
                .conversations()
                .entries(read.id(), PageRequest.first(10))
                .items();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).kind()).isEqualTo(EntryKind.DESCRIPTION);
        assertThat(entries.get(0).channel()).isEqualTo(Channel.WEB);
    }

    @Test
    @Requirement({"REQ-TM-016", "REQ-TM-009", "REQ-TM-014"})
    void everyChangeIsInTheHistoryInOrder() {
        Ticket ticket = desk.ticket("Printer on fire");
        desk.as(desk.manager)
                .tickets()
                .update(UpdateTicket.of(
                        ticket.id(),
                        new TicketChange.SetTeam(desk.hardware.id()),
                        new TicketChange.SetAssignee(desk.agent.id())));
        desk.as(desk.agent)
                .conversations()
                .reply(Reply.to(ticket.id(), "Done.").with(new TicketChange.SetStatus(Status.RESOLVED)));

        List<Event> history = desk.as(desk.agent)
                .tickets()
                .history(ticket.id(), PageRequest.first(10))
                .items();
        assertThat(history)
                .extracting(Event::type)
                .containsExactly(EventTypes.TICKET_CREATED, EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED);
        assertThat(history).extracting(Event::revision).containsExactly(1L, 2L, 3L);
        assertThat(history.get(2).changes().get(0).before()).contains(new FieldValue.Text("new"));
        assertThat(history.get(2).changes().get(0).after()).contains(new FieldValue.Text("resolved"));
        Ticket resolved = desk.as(desk.agent).tickets().get(ticket.id());
        assertThat(resolved.summary().resolvedAt()).contains(history.get(2).at());
    }

    @Test
    @Requirement("REQ-TM-019")
    void theRequestersReplyBringsAResolvedTicketBack() {
        Ticket ticket = desk.ticket("Screen flickers");
        desk.as(desk.agent)
                .conversations()
                .reply(Reply.to(ticket.id(), "Fixed.").with(new TicketChange.SetStatus(Status.CLOSED)));
        desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "It is not."));

        Ticket back = desk.as(desk.emily).tickets().get(ticket.id());
        assertThat(back.state()).isEqualTo(State.OPEN);
        assertThat(back.summary().resolvedAt()).isEmpty();
    }

    @Test
    @Requirement("REQ-TM-017")
    void theWorkflowRefusesWhatItDoesNotLeadTo() {
        Ticket ticket = desk.ticket("Keyboard");
        desk.as(desk.agent).tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.CLOSED)));
        assertThatThrownBy(() -> desk.as(desk.agent)
                        .tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.PENDING))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations()).extracting(v -> v.key()).containsExactly("no_transition"));
    }

    @Test
    void differentFieldsMergeAndTheSameFieldConflicts() {
        Ticket seen = desk.ticket("Mouse");
        desk.as(desk.agent)
                .tickets()
                .update(UpdateTicket.of(seen.id(), new TicketChange.SetPriority(Priority.CRITICAL)));

        Ticket merged = desk.as(desk.manager)
                .tickets()
                .update(UpdateTicket.of(seen.id(), new TicketChange.SetTeam(desk.hardware.id()))
                        .expecting(seen.revision()));
        assertThat(merged.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(merged.team()).contains(desk.hardware.id());

        assertThatThrownBy(() -> desk.as(desk.manager)
                        .tickets()
                        .update(UpdateTicket.of(seen.id(), new TicketChange.SetPriority(Priority.LOW))
                                .expecting(seen.revision())))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.TICKET_CONFLICT);
                    assertThat(e.sides()).containsExactly(new ConflictException.Side("priority", "LOW", "CRITICAL"));
                });
    }

    @Test
    void aChangeOfNothingWritesNothing() {
        Ticket ticket = desk.ticket("Nothing");
        Ticket same = desk.as(desk.agent)
                .tickets()
                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetPriority(Priority.MEDIUM)));
        assertThat(same).isEqualTo(ticket);
        assertThat(desk.as(desk.agent)
                        .tickets()
                        .history(ticket.id(), PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void theSameKeyDoesItOnce() {
        IdempotencyKey key = IdempotencyKey.of("mail", "<1@acme.example>");
        CreateTicket create = CreateTicket.of("Once", desk.emily.id()).withKey(key);
        Ticket first = desk.as(desk.emily).tickets().create(create);
        Ticket second = desk.as(desk.emily).tickets().create(create);
        assertThat(second).isEqualTo(first);

        Reply reply = Reply.to(first.id(), "Once").withKey(IdempotencyKey.of("mail", "<2@acme.example>"));
        assertThat(desk.as(desk.emily).conversations().reply(reply))
                .isEqualTo(desk.as(desk.emily).conversations().reply(reply));
        assertThatThrownBy(() -> desk.as(desk.emily)
                        .conversations()
                        .reply(Reply.to(first.id(), "Other").withKey(key)))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_REUSED));
    }

    @Test
    void severalCommandsAreTrueTogetherOrNotAtAll() {
        Ticket one = desk.ticket("Together one");
        UpdateTicket good = UpdateTicket.of(one.id(), new TicketChange.SetPriority(Priority.HIGH));
        AddNote note = AddNote.to(one.id(), "Both");
        var results = desk.as(desk.agent).together(List.of(good, note));
        assertThat(results.of(good).priority()).isEqualTo(Priority.HIGH);
        assertThat(results.of(note).body()).isEqualTo("Both");

        UpdateTicket next = UpdateTicket.of(one.id(), new TicketChange.SetPriority(Priority.LOW));
        UpdateTicket bad = UpdateTicket.of(one.id(), new TicketChange.SetStatus(new Status("nowhere")));
        assertThatThrownBy(() -> desk.as(desk.agent).together(List.of(next, bad)))
                .isInstanceOf(InvalidException.class);
        assertThat(desk.as(desk.agent).tickets().get(one.id()).priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    @Requirement("REQ-CC-013")
    void aTeamsQueueIsWalkedPageByPage() {
        Set<String> made = new HashSet<>();
        Priority[] priorities = Priority.values();
        for (int i = 0; i < 23; i++) {
            Ticket ticket = desk.as(desk.agent)
                    .tickets()
                    .create(CreateTicket.of("Queue " + i, desk.oscar.id())
                            .withTeam(desk.hardware.id())
                            .withPriority(priorities[i % priorities.length]));
            made.add(ticket.number());
        }
        TicketQuery query = TicketQuery.where(TicketFields.TEAM
                        .is(desk.hardware.id())
                        .and(TicketFields.STATUS.isOpen())
                        .and(TicketFields.REQUESTER.is(desk.oscar.id())))
                .orderBy(TicketFields.PRIORITY.descending(), TicketFields.CREATED.ascending())
                .size(5);
        List<TicketSummary> seen = new ArrayList<>();
        for (var page = desk.as(desk.agent).tickets().list(query); ; ) {
            seen.addAll(page.items());
            if (page.next().isEmpty()) {
                break;
            }
            page = desk.as(desk.agent).tickets().list(query.after(page.next().get()));
        }
        assertThat(seen).extracting(TicketSummary::number).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen).extracting(TicketSummary::priority).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}

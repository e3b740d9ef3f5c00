package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Order;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.Page;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What lists, searches and counts take of conditions. */
class ConditionScenarioTest {
    @Test
    @Requirement("REQ-SF-002")
    void wordsAreTakenWhereverTicketsAreAskedFor() {
        try (DeskFixture desk = new DeskFixture()) {
            Ticket vpn = desk.ticket("VPN drops every hour");
            Ticket printer = desk.ticket("Printer jams");
            Ticket mouse = desk.ticket("New mouse");
            desk.as(desk.agent).conversations().reply(Reply.to(printer.id(), "Is the vpn on?"));
            desk.as(desk.agent).conversations().note(AddNote.to(mouse.id(), "Asks for a vpn token next."));
            desk.settle();
            Condition words = Condition.words("vpn");
            Condition hers = TicketFields.REQUESTER.is(desk.emily.id());
            Desk agent = desk.as(desk.agent);
            assertThat(subjects(agent, hers.and(words)))
                    .containsExactly(vpn.subject(), printer.subject(), mouse.subject());
            assertThat(subjects(agent, hers.and(words.negate()))).isEmpty();
            assertThat(subjects(desk.as(desk.emily), hers.and(words)))
                    .as("a note is not found by whom it is hidden from")
                    .containsExactly(vpn.subject(), printer.subject());
            assertThat(subjects(desk.as(desk.emily), hers.and(words.negate()))).containsExactly(mouse.subject());
            assertThat(subjects(desk.as(desk.oscar), hers.and(words))).isEmpty();
            assertThat(agent.search()
                            .filter(TicketQuery.where(words.negate().or(TicketFields.SUBJECT.startsWith("vpn"))))
                            .items())
                    .extracting(TicketSummary::subject)
                    .containsExactly(vpn.subject());
            assertThat(agent.search().counts(words, "status").values().stream()
                            .mapToLong(n -> n)
                            .sum())
                    .isEqualTo(3);
            assertThat(desk.as(desk.emily).search().counts(words, "status").values().stream()
                            .mapToLong(n -> n)
                            .sum())
                    .isEqualTo(2);
            assertThat(subjects(agent, agent.conditions().parse("requester:" + desk.emily.id() + " \"is the vpn\"")))
                    .containsExactly(printer.subject());
        }
    }

    @Test
    @Requirement("REQ-SF-002")
    void aListWithWordsIsPagedInItsOwnOrder() {
        try (DeskFixture desk = new DeskFixture()) {
            for (int i = 0; i < 1_001; i++) {
                desk.as(desk.oscar).tickets().create(CreateTicket.of("zorvex w" + i % 7, desk.oscar.id()));
            }
            desk.settle();
            Condition hers = TicketFields.REQUESTER.is(desk.oscar.id());
            Desk agent = desk.as(desk.agent);
            List<TicketSummary> walked =
                    walk(agent, hers.and(Condition.words("zorvex w3")), 20, TicketFields.CREATED.descending());
            assertThat(walked).hasSize(143).doesNotHaveDuplicates();
            assertThat(walked)
                    .isEqualTo(walk(
                            agent,
                            hers.and(TicketFields.SUBJECT.contains(" W3")),
                            20,
                            TicketFields.CREATED.descending()));
            assertThatThrownBy(() -> subjects(agent, hers.and(Condition.words("zorvex"))))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidException.class))
                    .extracting(e -> e.violations().get(0).key())
                    .isEqualTo("too_many_found");
        }
    }

    @Test
    @Requirement("REQ-SF-002")
    void whatIsNotResolvedComesLast() {
        try (DeskFixture desk = new DeskFixture()) {
            List<Ticket> tickets = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                tickets.add(desk.ticket("Item " + i));
            }
            Desk agent = desk.as(desk.agent);
            for (int i : List.of(4, 2, 7)) {
                agent.tickets()
                        .update(UpdateTicket.of(tickets.get(i).id(), new TicketChange.SetStatus(Status.RESOLVED)));
            }
            Condition hers = TicketFields.REQUESTER.is(desk.emily.id());
            List<TicketSummary> up = walk(agent, hers, 2, TicketFields.RESOLVED.ascending());
            assertThat(up).hasSize(9).doesNotHaveDuplicates();
            assertThat(up.subList(0, 3)).allMatch(ticket -> ticket.resolvedAt().isPresent());
            assertThat(up.subList(3, 9)).allMatch(ticket -> ticket.resolvedAt().isEmpty());
            List<TicketSummary> down = walk(agent, hers, 2, TicketFields.RESOLVED.descending());
            assertThat(down).hasSize(9).doesNotHaveDuplicates();
            assertThat(down.subList(6, 9))
                    .extracting(TicketSummary::id)
                    .containsExactlyInAnyOrderElementsOf(
                            up.subList(0, 3).stream().map(TicketSummary::id).toList());
            assertThat(walk(agent, hers, 4, TicketFields.STATE.descending(), TicketFields.TYPE.ascending()))
                    .hasSize(9)
                    .startsWith(up.stream()
                            .filter(ticket -> ticket.id().equals(tickets.get(2).id()))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void whatAListCannotDecideIsRefusedWithAReason() {
        try (DeskFixture desk = new DeskFixture()) {
            Condition hers = TicketFields.REQUESTER.isMe();
            assertKeys(desk.admin, hers.and(TicketFields.custom("site").is("x")), "custom_field");
            assertKeys(desk.admin, hers.and(TicketFields.STATUS.changed()), "not_taken");
            assertKeys(desk.admin, hers.and(TicketFields.STATUS.was(Status.OPEN)), "not_taken");
            assertKeys(desk.admin, hers.and(TicketFields.host("customer.tier").is("gold")), "not_taken");
            assertKeys(desk.admin, Condition.words("vpn"), "no_anchor");
            assertKeys(desk.admin, hers.and(TicketFields.SUBJECT.contains("vpn")));
            assertKeys(desk.admin, hers.and(TicketFields.CREATED.isBefore(TimePoint.ago(Duration.ofDays(2)))));
            for (ConditionUse use : List.of(ConditionUse.SEARCH, ConditionUse.COUNT)) {
                assertThat(desk.admin.conditions().check(TicketFields.STATUS.changed(), use))
                        .extracting(Violation::key)
                        .containsExactly("not_taken");
                assertThat(desk.admin.conditions().check(Condition.words("vpn"), use))
                        .isEmpty();
            }
            assertThat(desk.admin.conditions().check(Condition.words("vpn"), ConditionUse.PERMISSION))
                    .extracting(Violation::key)
                    .containsExactly("not_taken");
            assertThatThrownBy(() -> desk.admin.conditions().parse("created<now-2bd"))
                    .as("business days need a calendar")
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidException.class))
                    .extracting(e -> e.violations().get(0).key())
                    .isEqualTo("bad_time");
        }
    }

    private static void assertKeys(Desk desk, Condition where, String... keys) {
        assertThat(desk.conditions().check(where, ConditionUse.LIST))
                .as("%s", where)
                .extracting(Violation::key)
                .containsExactly(keys);
    }

    private static List<String> subjects(Desk desk, Condition where) {
        return desk.tickets().list(TicketQuery.where(where)).items().stream()
                .map(TicketSummary::subject)
                .toList();
    }

    private static List<TicketSummary> walk(Desk desk, Condition where, int size, Order... orders) {
        List<TicketSummary> all = new ArrayList<>();
        TicketQuery query = TicketQuery.where(where).orderBy(orders).size(size);
        while (true) {
            Page<TicketSummary> page = desk.tickets().list(query);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                return all;
            }
            query = query.after(page.next().get());
        }
    }
}

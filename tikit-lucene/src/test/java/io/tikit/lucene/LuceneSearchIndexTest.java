package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.tck.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, counts, notes and replaced documents. */
class LuceneSearchIndexTest {
    private final Desk desk = Desk.inMemory();

    @AfterEach
    void close() {
        desk.index.close();
    }

    @Test
    @Requirement("REQ-CC-005")
    void notesAreFoundOnDemandOnly() {
        desk.add(Desk.ticket(1, "Printer"), Desk.ticket(2, "Scanner"));
        desk.write(1, EntryKind.REPLY, "it is broken");
        float before = desk.search("broken", false).matches().get(0).score();
        EntryId note = desk.write(2, EntryKind.NOTE, "broken by the secret customer");
        desk.write(2, EntryKind.NOTE, "broken broken broken");

        assertThat(Desk.numbers(desk.search("secret", false))).isEmpty();
        SearchMatches open = desk.search("broken", false);
        assertThat(Desk.numbers(open)).containsExactly(1L);
        assertThat(open.matches().get(0).score()).as("a note moves no score").isEqualTo(before);
        assertThat(desk.search("secret", true).matches())
                .singleElement()
                .satisfies(match -> assertThat(match.entries()).containsExactly(note));
    }

    @Test
    void anEntryThatBecameANoteIsHidden() {
        desk.add(Desk.ticket(1, "Printer"));
        Entry reply = desk.entry(1, EntryKind.REPLY, "secret");
        desk.index.apply(Desk.ACME, new IndexBatch(5, List.of(), List.of(reply)));
        assertThat(Desk.numbers(desk.search("secret", false))).containsExactly(1L);
        Entry note = new Entry(
                reply.id(), reply.ticket(), EntryKind.NOTE, reply.author(), reply.channel(), reply.at(), reply.body());
        desk.index.apply(Desk.ACME, new IndexBatch(6, List.of(), List.of(note)));
        assertThat(Desk.numbers(desk.search("secret", false))).isEmpty();
    }

    @Test
    void conditionsNarrowAndPermissionHolds() {
        desk.add(
                Desk.ticket(1, "Printer", b -> b.priority(Priority.HIGH)),
                Desk.ticket(2, "Printer", b -> b.priority(Priority.LOW)));
        desk.write(1, EntryKind.REPLY, "toner");
        desk.write(2, EntryKind.REPLY, "toner");
        SearchRequest high = new SearchRequest(
                Optional.of("toner"), TicketFields.PRIORITY.isAbove(Priority.MEDIUM), true, Optional.empty(), 10);
        assertThat(Desk.numbers(desk.index.search(Desk.ACME, high))).containsExactly(1L);
    }

    @Test
    void applyingTwiceIsApplyingOnce() {
        Ticket ticket = Desk.ticket(1, "Printer");
        Entry entry = desk.entry(1, EntryKind.REPLY, "toner");
        IndexBatch batch = new IndexBatch(3, List.of(ticket), List.of(entry));
        desk.index.apply(Desk.ACME, batch);
        desk.index.apply(Desk.ACME, batch);
        assertThat(desk.found("printer")).containsExactly(1L);
        assertThat(desk.search("toner", false).matches().get(0).entries()).containsExactly(entry.id());
        assertThat(desk.where(Condition.always())).containsExactly(1L);
    }

    @Test
    void aChangedTicketKeepsItsConversation() {
        desk.add(Desk.ticket(1, "Printer"));
        desk.write(1, EntryKind.REPLY, "toner");
        desk.add(Desk.ticket(1, "Scanner", b -> b.status(Status.CLOSED, State.CLOSED)));
        assertThat(desk.found("printer")).isEmpty();
        assertThat(desk.found("scanner")).containsExactly(1L);
        assertThat(desk.found("toner")).containsExactly(1L);
        assertThat(desk.where(TicketFields.STATUS.isOpen())).isEmpty();
    }

    @Test
    void entriesOfATicketThatIsNotThereFindNothing() {
        desk.write(9, EntryKind.REPLY, "orphan");
        assertThat(desk.found("orphan")).isEmpty();
    }

    @Test
    void bestThreeEntriesAreNamed() {
        desk.add(Desk.ticket(1, "Printer"));
        desk.write(1, EntryKind.REPLY, "toner " + "and many other words ".repeat(20));
        EntryId second = desk.write(1, EntryKind.REPLY, "toner toner and paper");
        EntryId third = desk.write(1, EntryKind.REPLY, "toner and paper");
        EntryId best = desk.write(1, EntryKind.REPLY, "toner toner toner toner");
        assertThat(desk.search("toner", false).matches().get(0).entries()).containsExactly(best, second, third);
    }

    @Test
    void withoutWordsTheNewestComeFirst() {
        desk.add(Desk.ticket(2, "b"), Desk.ticket(3, "c"), Desk.ticket(1, "a"));
        assertThat(desk.where(Condition.always())).containsExactly(3L, 2L, 1L);
    }

    @Test
    void pagesJoinWithoutGapOrOverlap() {
        List<Ticket> tickets = new ArrayList<>();
        for (long n = 1; n <= 57; n++) {
            String subject = "toner " + "word ".repeat((int) (n % 4));
            // Many tickets of one instant: the id decides.
            tickets.add(Desk.ticket(n, subject, b -> b.times(Desk.MORNING, Desk.MORNING)));
        }
        Collections.shuffle(tickets, new Random(7));
        for (int i = 0; i < tickets.size(); i += 10) {
            desk.add(tickets.subList(i, Math.min(i + 10, tickets.size())).toArray(Ticket[]::new));
            desk.where(Condition.always());
        }
        for (Optional<String> text : List.of(Optional.<String>empty(), Optional.of("toner"))) {
            List<Long> whole = page(text, Optional.empty(), 500, new ArrayList<>());
            assertThat(whole).hasSize(57).doesNotHaveDuplicates();
            assertThat(page(text, Optional.empty(), 7, new ArrayList<>())).isEqualTo(whole);
            assertThat(page(text, Optional.empty(), 57, new ArrayList<>())).isEqualTo(whole);
        }
    }

    private List<Long> page(Optional<String> text, Optional<String> after, int size, List<Long> into) {
        SearchMatches found =
                desk.index.search(Desk.ACME, new SearchRequest(text, Condition.always(), false, after, size));
        into.addAll(Desk.numbers(found));
        found.next().ifPresent(cursor -> {
            assertThat(cursor).matches("[ -~]{1,200}");
            page(text, found.next(), size, into);
        });
        return into;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "s",
                "s00000000000000000000000000000000000000000000000g",
                "c000000000000000000000000000000000000000000000000",
                "s000000007fc0000000000000000000000000000000000000",
                "s100000003f80000000000000000000000000000000000000",
                "😀"
            })
    void cursorsThatCannotBeReadAreRefused(String cursor) {
        desk.add(Desk.ticket(1, "toner"));
        SearchRequest request =
                new SearchRequest(Optional.of("toner"), Condition.always(), false, Optional.of(cursor), 10);
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> desk.index.search(Desk.ACME, request))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    @Test
    void valuesAreCounted() {
        TeamId team = new TeamId(new UUID(3, 4));
        desk.add(
                Desk.ticket(1, "a", b -> b.team(team).priority(Priority.HIGH)),
                Desk.ticket(2, "b", b -> b.team(team)),
                Desk.ticket(3, "c"));
        desk.where(Condition.always());
        desk.add(Desk.ticket(4, "d", b -> b.status(new Status("waiting"), State.PENDING)));
        desk.write(1, EntryKind.REPLY, "entries do not count");
        assertThat(desk.index.counts(Desk.ACME, Condition.always(), true, "team"))
                .isEqualTo(Map.of(team.toString(), 2L, "", 2L));
        assertThat(desk.index.counts(Desk.ACME, Condition.always(), true, "assignee"))
                .isEqualTo(Map.of("", 4L));
        assertThat(desk.index.counts(Desk.ACME, Condition.always(), true, "priority"))
                .isEqualTo(Map.of("HIGH", 1L, "MEDIUM", 3L));
        assertThat(desk.index.counts(Desk.ACME, Condition.always(), true, "status"))
                .isEqualTo(Map.of("new", 3L, "waiting", 1L));
        assertThat(desk.index.counts(Desk.ACME, TicketFields.TEAM.isPresent(), true, "state"))
                .isEqualTo(Map.of("NEW", 2L));
        assertThat(desk.index.counts(Desk.ACME, Condition.never(), true, "type"))
                .isEmpty();
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> desk.index.counts(Desk.ACME, Condition.always(), true, "subject"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUERY));
    }

    @Test
    void tenantsShareNothing() {
        desk.add(Desk.ticket(1, "Printer"));
        Desk other = new Desk(desk.index, TenantId.of("other"));
        assertThat(other.found("printer")).isEmpty();
        other.add(Desk.ticket(2, "Printer"));
        assertThat(desk.found("printer")).containsExactly(1L);
        desk.index.erase(Desk.ACME);
        assertThat(other.found("printer")).containsExactly(2L);
    }

    @Test
    void theLargestConditionIsAnswered() {
        desk.add(Desk.ticket(1, "a"), Desk.ticket(2, "b"));
        List<Condition> parts = new ArrayList<>();
        for (long n = 0; n < Condition.MAX_NODES / 2 - 1; n++) {
            parts.add(TicketFields.NUMBER.isNot(n + 2));
        }
        assertThat(desk.where(new Condition.All(parts))).containsExactly(1L);
        Condition deep = TicketFields.NUMBER.is(1L);
        for (int i = 1; i < Condition.MAX_DEPTH; i++) {
            deep = deep.negate();
        }
        assertThat(desk.where(deep)).containsExactly(2L);
    }

    @Test
    void aClosedIndexSaysSo() {
        desk.add(Desk.ticket(1, "a"));
        desk.index.close();
        desk.index.close();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> desk.found("a"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE));
    }
}

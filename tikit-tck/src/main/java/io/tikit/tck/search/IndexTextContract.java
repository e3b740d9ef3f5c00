package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Words, phrases and numbers.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IndexTextContract extends SearchIndexFixture {
    /** Words are found in the subject and in entries, whatever their case, as soon as they were applied. */
    @Test
    default void wordsAreFound() {
        IndexTenant tenant = new IndexTenant(index(), "words");
        Ticket one = tenant.ticket("Zorvex Kupfer falls over");
        Ticket two = tenant.ticket("Another matter");
        tenant.put(one, two);
        tenant.put(tenant.entry(two, EntryKind.DESCRIPTION, "The blenq of the zorvex-device\nis loose."));
        assertThat(tenant.found("zorvex")).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(tenant.found("KUPFER")).containsExactly(one.id());
        assertThat(tenant.found("blenq")).containsExactly(two.id());
        assertThat(tenant.found("nowhere")).isEmpty();
    }

    /** All words must be found in one place: the subject or one entry. */
    @Test
    default void allWordsMustBeFound() {
        IndexTenant tenant = new IndexTenant(index(), "all-words");
        Ticket one = tenant.ticket("Zorvex kupfer");
        Ticket two = tenant.ticket("Zorvex alone");
        Ticket three = tenant.ticket("Nothing");
        tenant.put(one, two, three);
        tenant.put(
                tenant.entry(three, EntryKind.REPLY, "only zorvex here"),
                tenant.entry(three, EntryKind.REPLY, "only kupfer here"));
        assertThat(tenant.found("zorvex kupfer")).containsExactly(one.id());
        assertThat(tenant.found("kupfer zorvex")).containsExactly(one.id());
        assertThat(tenant.found("only zorvex")).containsExactly(three.id());
    }

    /** Words in quotes must stand together, in their order. */
    @Test
    default void quotedWordsStandTogether() {
        IndexTenant tenant = new IndexTenant(index(), "phrase");
        Ticket one = tenant.ticket("zorvex kupfer blenq");
        Ticket two = tenant.ticket("kupfer zorvex blenq");
        Ticket three = tenant.ticket("zorvex blenq kupfer");
        tenant.put(one, two, three);
        assertThat(tenant.found("\"zorvex kupfer\"")).containsExactly(one.id());
        assertThat(tenant.found("\"zorvex kupfer blenq\"")).containsExactly(one.id());
        assertThat(tenant.found("\"kupfer zorvex\" blenq")).containsExactly(two.id());
        assertThat(tenant.found("zorvex kupfer blenq")).hasSize(3);
    }

    /** A ticket number, however written, finds its ticket first. */
    @Test
    default void numberFindsItsTicketFirst() {
        IndexTenant tenant = new IndexTenant(index(), "number");
        List<Ticket> tickets = tenant.putMany(30);
        Ticket wanted = tickets.get(11);
        Ticket mentions = tenant.ticket("see 12 and TIK-12 and again TIK-12 12 12");
        tenant.put(mentions);
        for (String text : List.of("TIK-12", "tik-12", "12", " TIK-12 ")) {
            assertThat(tenant.found(text)).as(text).startsWith(wanted.id());
        }
        assertThat(tenant.found("TIK-9999")).isEmpty();
    }

    /** Notes are found only if they are asked for, and are named only then. */
    @Test
    default void notesAreFoundOnlyIfAskedFor() {
        IndexTenant tenant = new IndexTenant(index(), "notes");
        Ticket ticket = tenant.ticket("A public matter");
        Entry note = tenant.entry(ticket, EntryKind.NOTE, "The customer is a blenq zorvex");
        Entry reply = tenant.entry(ticket, EntryKind.REPLY, "We look at your zorvex");
        tenant.put(ticket);
        tenant.put(note, reply);
        assertThat(tenant.found("blenq")).isEmpty();
        assertThat(IndexTenant.ids(tenant.search("blenq", true))).containsExactly(ticket.id());
        assertThat(tenant.search("zorvex", false).matches().get(0).entries()).containsExactly(reply.id());
        assertThat(tenant.search("zorvex", true).matches().get(0).entries())
                .containsExactlyInAnyOrder(note.id(), reply.id());
    }

    /** At most three entries are named, each of which holds the words. */
    @Test
    default void bestEntriesAreNamed() {
        IndexTenant tenant = new IndexTenant(index(), "entries");
        Ticket ticket = tenant.ticket("Matter");
        tenant.put(ticket);
        List<Entry> hits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            hits.add(tenant.entry(ticket, EntryKind.REPLY, "zorvex number " + i));
            tenant.put(hits.get(i), tenant.entry(ticket, EntryKind.REPLY, "other " + i));
        }
        SearchMatches.Match match = tenant.search("zorvex", false).matches().get(0);
        assertThat(match.entries())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .isSubsetOf(hits.stream().map(Entry::id).toList());
        assertThat(tenant.found("zorvex")).containsExactly(ticket.id());
    }

    /** The condition narrows what the words find, and the scores come in order. */
    @Test
    default void conditionNarrowsTheWords() {
        IndexTenant tenant = new IndexTenant(index(), "narrow");
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tickets.add(tenant.ticket("zorvex " + "kupfer ".repeat(i % 4) + i));
        }
        tenant.apply(tickets, List.of());
        Condition where = TicketFields.NUMBER.isAtMost(7L);
        List<SearchMatches.Match> found = tenant.walk(Optional.of("zorvex"), where, false, 3);
        assertThat(found)
                .extracting(SearchMatches.Match::ticket)
                .containsExactlyInAnyOrderElementsOf(
                        tickets.stream().limit(7).map(Ticket::id).toList());
        assertThat(found.stream().map(match -> -match.score())).isSorted();
        assertThat(tenant.walk(Optional.of("zorvex"), Condition.never(), true, 3))
                .isEmpty();
    }

    /** A document replaces the one of the same id: old words are gone, and nothing is found twice. */
    @Test
    default void documentsAreReplaced() {
        IndexTenant tenant = new IndexTenant(index(), "replace");
        Ticket ticket = tenant.ticket("zorvex before");
        Entry entry = tenant.entry(ticket, EntryKind.REPLY, "kupfer before");
        tenant.apply(List.of(ticket), List.of(entry));
        tenant.apply(List.of(ticket), List.of(entry));
        assertThat(tenant.found("zorvex")).containsExactly(ticket.id());
        assertThat(tenant.search("kupfer", false).matches().get(0).entries()).containsExactly(entry.id());
        tenant.put(IndexTenant.renamed(ticket, "blenq after"));
        assertThat(tenant.found("zorvex")).isEmpty();
        assertThat(tenant.found("blenq")).containsExactly(ticket.id());
        assertThat(tenant.found("kupfer")).containsExactly(ticket.id());
        Entry redacted = new Entry(
                entry.id(), entry.ticket(), entry.kind(), entry.author(), entry.channel(), entry.at(), "removed");
        tenant.put(redacted);
        assertThat(tenant.found("kupfer")).isEmpty();
    }

    /** A changed ticket is found by its new values, with the words of entries that were applied before. */
    @Test
    default void entriesFollowTheirTicket() {
        IndexTenant tenant = new IndexTenant(index(), "follow");
        Ticket ticket = tenant.ticket("zorvex");
        tenant.apply(List.of(ticket), List.of(tenant.entry(ticket, EntryKind.REPLY, "kupfer")));
        Ticket moved = new Ticket(
                ticket.summary().toBuilder().assignee(tenant.people().get(2)).build(), ticket.fields());
        tenant.put(moved);
        Condition mine = TicketFields.ASSIGNEE.is(tenant.people().get(2));
        assertThat(tenant.walk(Optional.of("kupfer"), mine, false, 10)).hasSize(1);
        assertThat(tenant.walk(Optional.of("kupfer"), mine.negate(), false, 10)).isEmpty();
        tenant.put(new Ticket(moved.summary().toBuilder().assignee(null).build(), ticket.fields()));
        assertThat(tenant.walk(Optional.of("kupfer"), mine, false, 10)).isEmpty();
    }

    /** Nothing that somebody types breaks the search. */
    @Test
    default void anyTextIsAnswered() {
        IndexTenant tenant = new IndexTenant(index(), "hostile");
        tenant.put(tenant.ticket("zorvex AND kupfer"));
        for (String text : List.of(
                "\"",
                "\"zorvex",
                "zorvex\"",
                "\"\"",
                "AND",
                "zorvex AND NOT",
                "*",
                "*:*",
                "?",
                "zor*",
                "field:x",
                "(((",
                "[a TO",
                "a~2",
                "-zorvex",
                "+",
                "\\",
                "!",
                "^5",
                "\ud83d\ude00",
                "\u0645\u0631\u062d\u0628\u0627",
                "\u65e5\u672c\u8a9e",
                "a".repeat(500),
                "a ".repeat(250),
                "TIK-",
                "TIK-0",
                "TIK-99999999999999999999",
                "...",
                "\u202e",
                "e\u0301")) {
            assertThatCode(() -> tenant.search(text, true)).as(text).doesNotThrowAnyException();
            assertThatCode(() -> index().highlight(tenant.id(), text, "zorvex AND kupfer", 50))
                    .as(text)
                    .doesNotThrowAnyException();
        }
        assertThat(index().search(
                                tenant.id(),
                                new SearchRequest(
                                        Optional.of("zorvex"), Condition.always(), false, Optional.empty(), 500))
                        .matches())
                .hasSize(1);
    }

    /** Nothing of one tenant is found in another. */
    @Test
    default void tenantsAreApart() {
        IndexTenant one = new IndexTenant(index(), "apart-a");
        IndexTenant two = new IndexTenant(index(), "apart-b");
        Ticket ticket = one.ticket("zorvex");
        one.apply(List.of(ticket), List.of(one.entry(ticket, EntryKind.REPLY, "kupfer")));
        two.put(two.ticket("blenq"));
        assertThat(two.found("zorvex")).isEmpty();
        assertThat(two.found("kupfer")).isEmpty();
        assertThat(two.walk(Optional.empty(), Condition.always(), true, 10)).hasSize(1);
        assertThat(two.counts(Condition.always(), "type").values()).containsExactly(1L);
    }
}

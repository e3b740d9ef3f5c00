package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.RichText;
import io.tikit.api.conversation.Text;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Conversations.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface EntryContract extends StorageFixture {
    /** Entries of every kind, author and channel come back as they were written. */
    @Test
    default void entriesComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "entry");
        Ticket ticket = tenant.storedTicket();
        List<Entry> entries = stored(tenant, ticket, 40);
        List<EntryRef> refs =
                entries.stream().map(e -> new EntryRef(ticket.id(), e.id())).toList();
        assertThat(tenant.list(unit -> unit.entries().findAll(refs))).containsExactlyInAnyOrderElementsOf(entries);
    }

    /** Bodies of every length up to a million characters come back as they were written. */
    @Test
    default void longBodiesComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "body");
        Ticket ticket = tenant.storedTicket();
        List<String> bodies = List.of(
                "",
                " ",
                "line one\nline two\r\n\ttabbed  ",
                "\u0645\u0631\u062d\u0628\u0627 \u202e right to left",
                "e\u0301\u0323 is not \u00e9\u0323",
                "x".repeat(32_672),
                "y".repeat(32_673),
                "\u4e16".repeat(40_000),
                "\ud83d\ude00".repeat(500_000),
                "z".repeat(1_000_000));
        for (String body : bodies) {
            Entry entry = new Entry(
                    new EntryId(tenant.data().id()),
                    ticket.id(),
                    EntryKind.REPLY,
                    new Actor.Service("import", Role.ADMIN),
                    Channel.IMPORT,
                    TestTenant.START,
                    body);
            tenant.write(unit -> unit.entries().insert(entry));
            List<Entry> read =
                    tenant.read(unit -> unit.entries().findAll(List.of(new EntryRef(ticket.id(), entry.id()))));
            assertThat(read).hasSize(1);
            assertThat(read.get(0).equals(entry))
                    .as("body of %d characters unchanged", body.length())
                    .isTrue();
        }
    }

    /** Originals and HTML of every length come back as they were written; HTML is replaced, and all else stays. */
    @Test
    default void htmlIsRenewed() {
        TestTenant tenant = TestTenant.in(storage(), "html");
        TestTenant stranger = TestTenant.in(storage(), "html-stranger");
        Ticket ticket = tenant.storedTicket();
        List<Entry> entries = new ArrayList<>();
        for (int length : List.of(1, 32_672, 32_673, 2_000_000)) {
            String text = "h".repeat(length);
            entries.add(plain(tenant, ticket)
                    .withInReplyTo(new EntryId(tenant.data().id()))
                    .withRich(new RichText(Text.html(text), text, length == 1 ? 4 : 2)));
        }
        Entry present = plain(tenant, ticket).withRich(new RichText(Text.markdown("*x*"), "<em>x</em>", 3));
        tenant.write(unit -> {
            entries.forEach(unit.entries()::insert);
            unit.entries().insert(present);
            unit.entries().insert(plain(tenant, ticket));
        });
        assertThat(tenant.list(unit -> unit.entries().cutByOther(3, 10))).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(tenant.list(unit -> unit.entries().cutByOther(3, 2))).hasSize(2);
        assertThat(stranger.list(unit -> unit.entries().cutByOther(3, 10))).isEmpty();
        List<Entry> renewed = entries.stream()
                .map(entry ->
                        entry.withRich(new RichText(entry.rich().orElseThrow().original(), "new ".repeat(20_000), 3)))
                .toList();
        stranger.write(unit -> renewed.forEach(unit.entries()::renewHtml));
        assertThat(tenant.list(unit -> unit.entries().cutByOther(3, 10))).hasSize(4);
        tenant.write(unit -> renewed.forEach(unit.entries()::renewHtml));
        assertThat(tenant.list(unit -> unit.entries().cutByOther(3, 10))).isEmpty();
        assertThat(tenant.list(unit -> unit.entries()
                        .findAll(renewed.stream()
                                .map(entry -> new EntryRef(ticket.id(), entry.id()))
                                .toList())))
                .containsExactlyInAnyOrderElementsOf(renewed);
    }

    private static Entry plain(TestTenant tenant, Ticket ticket) {
        return new Entry(
                new EntryId(tenant.data().id()),
                ticket.id(),
                EntryKind.REPLY,
                new Actor.Service("import", Role.ADMIN),
                Channel.IMPORT,
                TestTenant.START,
                "plain");
    }

    /** A conversation comes in the order of ids, page by page, with notes or without. */
    @Test
    default void conversationIsPaged() {
        TestTenant tenant = TestTenant.in(storage(), "pages");
        Ticket ticket = tenant.storedTicket();
        Ticket other = tenant.storedTicket();
        List<Entry> entries = Expect.byId(stored(tenant, ticket, 25), e -> e.id().value());
        stored(tenant, other, 5);
        assertThat(walk(tenant, ticket, true)).containsExactlyElementsOf(entries);
        assertThat(walk(tenant, ticket, false))
                .containsExactlyElementsOf(entries.stream()
                        .filter(entry -> entry.kind().isPublic())
                        .toList());
    }

    /** An entry is found with its own ticket only. */
    @Test
    default void entryBelongsToItsTicket() {
        TestTenant tenant = TestTenant.in(storage(), "belongs");
        Ticket ticket = tenant.storedTicket();
        Ticket other = tenant.storedTicket();
        Entry entry = stored(tenant, ticket, 1).get(0);
        List<EntryRef> wrong = List.of(
                new EntryRef(other.id(), entry.id()),
                new EntryRef(ticket.id(), new EntryId(tenant.data().id())));
        assertThat(tenant.list(unit -> unit.entries().findAll(wrong))).isEmpty();
        assertThat(tenant.list(unit -> unit.entries().findAll(List.of()))).isEmpty();
        TestTenant stranger = TestTenant.in(storage(), "stranger");
        assertThat(stranger.list(unit -> unit.entries().findAll(List.of(new EntryRef(ticket.id(), entry.id())))))
                .isEmpty();
        assertThat(stranger.list(unit -> unit.entries().page(ticket.id(), true, Optional.empty(), 10)))
                .isEmpty();
    }

    /** A unit sees the entries that it has written; nobody sees them after a roll back. */
    @Test
    default void entriesAreSeenByTheirUnit() {
        TestTenant tenant = TestTenant.in(storage(), "entry-own");
        Ticket ticket = tenant.storedTicket();
        Entry entry = tenant.data().entry(ticket.id(), tenant.people());
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.entries().insert(entry);
            assertThat(unit.entries().page(ticket.id(), true, Optional.empty(), 10))
                    .containsExactly(entry);
        }
        assertThat(walk(tenant, ticket, true)).isEmpty();
    }

    private static List<Entry> stored(TestTenant tenant, Ticket ticket, int count) {
        List<Entry> entries = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < count; i++) {
                Entry entry = tenant.data().entry(ticket.id(), tenant.people());
                entries.add(entry);
                unit.entries().insert(entry);
            }
        });
        return entries;
    }

    private static List<Entry> walk(TestTenant tenant, Ticket ticket, boolean notes) {
        return Pages.walk(
                4,
                (Optional<EntryId> after) -> tenant.list(unit -> unit.entries().page(ticket.id(), notes, after, 4)),
                Entry::id);
    }
}

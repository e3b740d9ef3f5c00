package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.RenewHtml;
import io.tikit.api.conversation.Reply;
import io.tikit.api.conversation.Text;
import io.tikit.api.conversation.TextFormat;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.api.page.PageRequest;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Ticket;
import io.tikit.tck.Requirement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written on tickets: form, answers, and writers who meet. */
class ConversationScenarioTest {
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
    @Requirement("REQ-CC-003")
    void textWithFormIsKeptAsWrittenAsShownAndAsSearched() {
        String html =
                "<p dir=\"rtl\">The <b>flux</b> capacitor</p><script>x</script><img src=\"https://t.example/i.png\""
                        + " alt=\"photo\">";
        Ticket ticket = desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("Broken", desk.emily.id()).withDescription(Text.html(html)));
        Desk agent = desk.as(desk.agent);
        IdempotencyKey key = IdempotencyKey.of("form", "1");
        Reply reply = Reply.to(ticket.id(), Text.markdown("Please **restart** it.\n\n" + "word ".repeat(10_000)))
                .withKey(key);
        Entry written = agent.conversations().reply(reply);
        assertThat(agent.conversations().reply(reply)).isEqualTo(written);
        List<Entry> entries = entries(desk.as(desk.emily), ticket);
        Entry description = entries.get(0);
        assertThat(description.rich().orElseThrow().original()).isEqualTo(Text.html(html));
        assertThat(description.html()).isEqualTo("<p dir=\"rtl\">The <b>flux</b> capacitor</p><img alt=\"photo\" />");
        assertThat(description.body()).isEqualTo("The flux capacitor\n\n[photo]");
        assertThat(entries.get(1)).isEqualTo(written);
        assertThat(written.rich().orElseThrow().original().format()).isEqualTo(TextFormat.MARKDOWN);
        assertThat(written.body()).startsWith("Please restart it.");
        assertThat(written.html()).startsWith("<p>Please <strong>restart</strong> it.</p>");
        desk.settle();
        assertThat(agent.search().tickets(SearchQuery.of("flux capacitor")).items())
                .hasSize(1)
                .allSatisfy(hit -> assertThat(hit.highlights().toString()).doesNotContain("<b>", "script"));
        assertThat(agent.search().tickets(SearchQuery.of("strong")).items()).isEmpty();
        assertThat(desk.as(desk.emily).conversations().htmlWithImages(ticket.id(), description.id()))
                .contains("src=\"https://t.example/i.png\"")
                .doesNotContain("script");
    }

    @Test
    void plainTextStaysWhatItWas() {
        Ticket ticket = desk.ticket("Plain");
        Entry entry = desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "<b>1 & 2</b>\n\"x\""));
        assertThat(entry.body()).isEqualTo("<b>1 & 2</b>\n\"x\"");
        assertThat(entry.rich()).isEmpty();
        assertThat(entry.html()).isEqualTo("&lt;b&gt;1 &amp; 2&lt;/b&gt;<br>\n&#34;x&#34;");
        assertThat(entries(desk.as(desk.agent), ticket)).last().isEqualTo(entry);
    }

    @Test
    void aTextThatShowsNothingIsRefusedUnlessItIsPlain() {
        Ticket ticket = desk.ticket("Empty");
        assertThatThrownBy(() -> desk.as(desk.agent)
                        .conversations()
                        .reply(Reply.to(ticket.id(), Text.html("<p><script>x</script></p>"))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path, Violation::key)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("body", "required")));
        assertThat(desk.as(desk.emily)
                        .tickets()
                        .create(CreateTicket.of("No words", desk.emily.id()).withDescription(Text.html("<p></p>"))))
                .satisfies(created ->
                        assertThat(entries(desk.as(desk.emily), created)).isEmpty());
    }

    @Test
    void onlyWhoConfiguresCutsAnew() {
        assertThat(desk.admin.conversations().renewHtml(new RenewHtml(50))).isZero();
        assertThatThrownBy(() -> desk.as(desk.agent).conversations().renewHtml(new RenewHtml(1)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.admin.conversations().renewHtml(new RenewHtml(0)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    @Requirement({"REQ-CC-005", "REQ-CC-009"})
    void aReplyToANoteIsANote() {
        Ticket ticket = desk.ticket("Who knows?");
        Desk agent = desk.as(desk.agent);
        Entry note = agent.conversations().note(AddNote.to(ticket.id(), "Ask Mark"));
        Entry answer = desk.as(desk.manager)
                .conversations()
                .reply(Reply.to(ticket.id(), "I do not know").inReplyTo(note.id()));
        assertThat(answer.kind()).isEqualTo(EntryKind.NOTE);
        assertThat(answer.inReplyTo()).contains(note.id());
        assertThat(agent.tickets().get(ticket.id()).state()).isEqualTo(State.NEW);
        assertThat(agent.tickets().history(ticket.id(), PageRequest.first(10)).items())
                .extracting(event -> event.type())
                .containsExactlyInAnyOrder(EventTypes.TICKET_CREATED, EventTypes.TICKET_NOTED, EventTypes.TICKET_NOTED);
        Entry open = agent.conversations()
                .reply(Reply.to(ticket.id(), "We look")
                        .inReplyTo(entries(agent, ticket).get(0).id()));
        assertThat(open.kind()).isEqualTo(EntryKind.REPLY);
        assertThat(entries(desk.as(desk.emily), ticket)).hasSize(2).last().isEqualTo(open);
        Ticket other = desk.ticket("Another");
        assertThatThrownBy(() -> agent.conversations()
                        .reply(Reply.to(other.id(), "Wrong").inReplyTo(note.id())))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void aWriterLearnsOfWhatOthersWroteMeanwhile() {
        Ticket ticket = desk.ticket("Two at once");
        Desk agent = desk.as(desk.agent);
        Entry seen = entries(agent, ticket).get(0);
        agent.conversations()
                .note(AddNote.to(ticket.id(), "My own note counts not").afterSeeing(seen.id()));
        desk.as(desk.manager).conversations().reply(Reply.to(ticket.id(), "One"));
        desk.as(desk.manager).conversations().note(AddNote.to(ticket.id(), "Two"));
        Entry newest = desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "Three"));
        Reply late = Reply.to(ticket.id(), "Late").afterSeeing(seen.id());
        assertThatThrownBy(() -> agent.conversations().reply(late))
                .hasMessageContaining("3 newer entries")
                .hasMessageContaining("1 from the requester")
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.NEWER_ENTRIES);
                    assertThat(e.sides().stream()
                                    .filter(side -> !side.field().equals("author"))
                                    .collect(Collectors.toMap(
                                            ConflictException.Side::field, ConflictException.Side::present)))
                            .containsEntry("newer", "3")
                            .containsEntry("newer_from_requester", "1")
                            .containsEntry("seen", newest.id().toString());
                    assertThat(e.sides())
                            .filteredOn(side -> side.field().equals("author"))
                            .hasSize(2);
                });
        int before = entries(agent, ticket).size();
        assertThat(agent.conversations().reply(late.afterSeeing(newest.id())).body())
                .isEqualTo("Late");
        assertThat(agent.conversations().reply(late.regardless()).body()).isEqualTo("Late");
        assertThat(entries(agent, ticket)).hasSize(before + 2);
    }

    private static List<Entry> entries(Desk as, Ticket ticket) {
        return as.conversations().entries(ticket.id(), PageRequest.first(50)).items();
    }
}

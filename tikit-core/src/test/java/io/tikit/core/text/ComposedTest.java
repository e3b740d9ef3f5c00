package io.tikit.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.RichText;
import io.tikit.api.conversation.Text;
import io.tikit.api.error.InvalidException;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.pipeline.Violations;
import io.tikit.tck.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedTest {
    @Test
    @Requirement("REQ-CC-003")
    void plainTextKeepsTheStructureOfBlocks() {
        String html = "<h1>Steps</h1><p>Do <b>this</b>:<br>now</p><ol><li>Open\n  it</li><li>Close it"
                + "<ul><li>firmly</li></ul></li></ol><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
                + "<pre>if x\n  y</pre><p>See <a href=\"https://example.com/a\">here</a>, <a"
                + " href=\"mailto:x@example.com\">x@example.com</a> <img src=\"https://example.com/i.png\" alt=\"a map\">"
                + "</p>1 &lt; 2&nbsp;&amp; so on";
        assertThat(Composed.of("body", Text.html(html), 1).plain()).isEqualTo("""
                        Steps

                        Do this:
                        now

                        1. Open it
                        2. Close it

                        - firmly

                        a\tb
                        c

                        if x
                          y

                        See here (https://example.com/a), x@example.com [a map]

                        1 < 2\u00a0& so on""");
    }

    @Test
    @Requirement("REQ-CC-003")
    void markdownBecomesHtmlThatIsSanitised() {
        Composed composed = Composed.of(
                "body",
                Text.markdown(
                        "# Hi\n\none\ntwo **three** [x](javascript:alert(1)) <b onclick=x()>b</b>\n\n|a|b|\n|-|-|\n|1|2|"),
                1);
        String html = composed.rich().orElseThrow().html();
        assertThat(html)
                .contains("<h1>Hi</h1>", "one<br />", "<strong>three</strong>", "<b>b</b>", "<td>1</td>")
                .doesNotContain("javascript", "onclick");
        assertThat(composed.plain()).startsWith("Hi\n\none\ntwo three x b").contains("1\t2");
    }

    @Test
    void whatShowsNothingIsNoText() {
        for (Text text : List.of(Text.html("<script>x</script><p> </p>"), Text.markdown("<!-- x -->"))) {
            assertThatThrownBy(() -> Composed.of("body", text, 1)).isInstanceOf(InvalidException.class);
        }
        assertThat(Composed.of("body", Text.html("<p></p>"), 0).plain()).isEmpty();
    }

    @Test
    void originalsAreBoundedInBytes() {
        Violations violations = new Violations();
        Composed.check("body", Text.markdown("\u4e16".repeat(70_000)), 1, violations);
        Composed.check("body", Text.html("x".repeat(2_000_001)), 1, violations);
        Composed.check("body", Text.html("x\u0000"), 1, violations);
        Composed.check("body", Text.html("\u4e16".repeat(600_000)), 1, violations);
        assertThat(violations.all())
                .extracting(violation -> violation.key())
                .containsExactly("too_many_bytes", "too_long", "bad_character");
    }

    @Test
    @Requirement("REQ-CC-003")
    void whatAnOlderListLetThroughIsCutWhenItIsRead() {
        Entry old = new Entry(
                        new EntryId(new UUID(0, 1)),
                        new TicketId(new UUID(0, 2)),
                        EntryKind.REPLY,
                        new Actor.Service("mail", Role.ADMIN),
                        Channel.MAIL,
                        Instant.EPOCH,
                        "hi")
                .withRich(new RichText(Text.html("<p onclick=x()>hi</p>"), "<p onclick=x()>hi</p>", Html.VERSION - 1));
        Entry now = Composed.current(old);
        assertThat(now.html()).isEqualTo("<p>hi</p>");
        assertThat(now.rich().orElseThrow().version()).isEqualTo(Html.VERSION);
        assertThat(now.rich().orElseThrow().original())
                .isEqualTo(old.rich().orElseThrow().original());
    }

    @Test
    void numbersOfCharactersBringNothingThatCannotBeStored() {
        Composed composed = Composed.of("body", Text.html("a&#0;b&#1;c&#xD800;d&#127;e&#x1F600;"), 1);
        Violations violations = new Violations();
        violations.body("plain", composed.plain(), 1, 100);
        violations.body("html", composed.rich().orElseThrow().html(), 1, 1_000);
        assertThat(violations.all()).isEmpty();
        assertThat(composed.plain()).startsWith("a").endsWith("\ud83d\ude00");
    }

    /** What makes readers of HTML and Markdown run for long or recurse without end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>",
                "<div>",
                "<a href=x>",
                "<table>",
                "<table><tr><td>",
                "<",
                "&",
                "<!--",
                "<p><b><i>",
                "</b>",
                ">",
                "> ",
                "- ",
                "*a _b ",
                "**",
                "[",
                "![",
                "[a](",
                "`",
                "<a ",
                "|",
                "1. ",
                "\\",
                "_*",
                "<svg><style>"
            })
    void noTextTakesLong(String piece) {
        String html = piece.repeat(100_000 / piece.length());
        long began = System.nanoTime();
        for (Text text : List.of(Text.html(html), Text.markdown(html))) {
            try {
                assertThat(Composed.of("body", text, 0).plain()).hasSizeLessThanOrEqualTo(1_000_000);
            } catch (InvalidException e) {
                assertThat(e.violations()).extracting(v -> v.key()).containsExactly("nested_too_deeply");
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}

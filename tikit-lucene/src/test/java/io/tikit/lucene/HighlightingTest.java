package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.search.Highlight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pieces that show why a ticket was found. */
class HighlightingTest {
    private final Desk desk = Desk.inMemory();

    @AfterEach
    void close() {
        desk.index.close();
    }

    private String marked(String query, String content, int length) {
        List<Highlight.Part> parts = desk.index.highlight(Desk.ACME, query, content, length);
        return new Highlight(Optional.empty(), parts).marked("[", "]");
    }

    @Test
    void matchesAreMarked() {
        assertThat(marked("drop vpn", "The VPN drops. Every hour.", 100)).isEqualTo("The [VPN] [drops]. Every hour.");
        assertThat(marked("zurich", "Büro in Zürich!", 100)).isEqualTo("Büro in [Zürich]!");
        assertThat(marked("vpn printer", "The VPN drops", 100))
                .as("one of the words")
                .isEqualTo("The [VPN] drops");
        assertThat(marked("printer", "The VPN drops", 100)).isEmpty();
        assertThat(marked("vpn", "", 100)).isEmpty();
    }

    @Test
    void phrasesAreMarkedWhereTheyStandTogether() {
        assertThat(marked("\"vpn drops\"", "drops of VPN; VPN drops", 100)).isEqualTo("drops of VPN; [VPN drops]");
    }

    @Test
    void whateverTheTextContainsComesBackAsItIs() {
        String hostile = "<b>VPN</b> [VPN] \u0000 &amp; <script>alert('VPN')</script> \uD83D\uDE00";
        List<Highlight.Part> parts = desk.index.highlight(Desk.ACME, "vpn", hostile, 1000);
        assertThat(new Highlight(Optional.empty(), parts).marked("", "")).isEqualTo(hostile);
        assertThat(parts)
                .filteredOn(Highlight.Part::match)
                .extracting(Highlight.Part::text)
                .containsOnly("VPN");
        assertThat(parts).filteredOn(Highlight.Part::match).hasSize(3);
    }

    @Test
    void thePieceIsAboutAsLongAsWanted() {
        String text = "lorem ipsum dolor ".repeat(500) + "the needle " + "sit amet ".repeat(500);
        List<Highlight.Part> parts = desk.index.highlight(Desk.ACME, "needle", text, 80);
        String piece = new Highlight(Optional.empty(), parts).marked("", "");
        assertThat(piece).contains("needle").hasSizeBetween(40, 160);
        assertThat(text).contains(piece);
    }

    @Test
    void textWithoutBlanksIsCutAllTheSame() {
        String text = "😀".repeat(3000) + " needle " + "ab".repeat(3000);
        List<Highlight.Part> parts = desk.index.highlight(Desk.ACME, "needle", text, 50);
        String piece = new Highlight(Optional.empty(), parts).marked("", "");
        assertThat(piece).contains("needle").hasSizeLessThan(400);
        assertThat(piece.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void oddLengthsAreNoTrouble() {
        for (int length : new int[] {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE}) {
            assertThat(marked("vpn", "The VPN drops", length)).as("%d", length).contains("[VPN]");
        }
    }

    @Test
    void whatIsNotIndexedIsNotShown() {
        String text = "x ".repeat(IndexFields.MOST_BODY) + "needle";
        assertThat(marked("needle", text, 100)).isEmpty();
    }
}

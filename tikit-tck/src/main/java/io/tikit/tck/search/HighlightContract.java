package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.search.Highlight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Pieces of text around what was found.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface HighlightContract extends SearchIndexFixture {
    /** The piece is cut from the text as it is, with the words marked. */
    @Test
    default void wordsAreMarked() {
        IndexTenant tenant = new IndexTenant(index(), "marked");
        String content = "First line.\nThe ZORVEX <b>of</b> & the kupfer \ud83d\ude00 falls over again and again.";
        List<Highlight.Part> parts = index().highlight(tenant.id(), "zorvex kupfer", content, 200);
        assertThat(content).contains(text(parts));
        assertThat(matches(parts)).containsExactlyInAnyOrder("zorvex", "kupfer");
    }

    /** The piece of a long text is near the wanted length and holds a word. */
    @Test
    default void pieceOfALongTextIsShort() {
        IndexTenant tenant = new IndexTenant(index(), "piece");
        String content =
                "lorem ipsum dolor. ".repeat(2_000) + "Here is the zorvex at last. " + "sit amet elit. ".repeat(2_000);
        List<Highlight.Part> parts = index().highlight(tenant.id(), "zorvex", content, 120);
        assertThat(content).contains(text(parts));
        assertThat(matches(parts)).containsExactly("zorvex");
        assertThat(text(parts)).hasSizeLessThanOrEqualTo(400);
    }

    /** Of text without the words nothing is given. */
    @Test
    default void nothingIsMarkedWithoutAMatch() {
        IndexTenant tenant = new IndexTenant(index(), "unmarked");
        assertThat(index().highlight(tenant.id(), "zorvex", "nothing of the kind", 100))
                .isEmpty();
        assertThat(index().highlight(tenant.id(), "zorvex", "", 100)).isEmpty();
        assertThat(index().highlight(tenant.id(), "...", "nothing ... of the kind", 100))
                .isEmpty();
    }

    private static String text(List<Highlight.Part> parts) {
        return parts.stream().map(Highlight.Part::text).collect(Collectors.joining());
    }

    private static List<String> matches(List<Highlight.Part> parts) {
        return parts.stream()
                .filter(Highlight.Part::match)
                .map(part -> part.text().toLowerCase(Locale.ROOT))
                .toList();
    }
}

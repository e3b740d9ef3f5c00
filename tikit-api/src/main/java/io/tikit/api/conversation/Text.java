package io.tikit.api.conversation;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What somebody wrote, as it was written.
 *
 * @param format how it is written
 * @param source the text; plain at most 1,000,000 characters, HTML at most 2,000,000 bytes in UTF-8, Markdown at most
 *     200,000 bytes
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Text(TextFormat format, String source) {
    /** Checks that nothing is null. */
    public Text {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(source, "source");
    }

    /**
     * A plain text.
     *
     * @param source as it is read
     * @return the text
     */
    public static Text plain(String source) {
        return new Text(TextFormat.PLAIN, source);
    }

    /**
     * A text in HTML, from wherever it comes.
     *
     * @param source a document or a piece of one
     * @return the text
     */
    public static Text html(String source) {
        return new Text(TextFormat.HTML, source);
    }

    /**
     * A text in Markdown.
     *
     * @param source CommonMark, with tables
     * @return the text
     */
    public static Text markdown(String source) {
        return new Text(TextFormat.MARKDOWN, source);
    }

    /** Names the format without the text, so that logs hold no personal data. */
    @Override
    public String toString() {
        return format + " of " + source.length() + " characters";
    }
}

package io.tikit.api.conversation;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * A text with form: as it was written, and as it is safe to show.
 *
 * @param original as it was written, never {@link TextFormat#PLAIN}; for downloads and for those who look into a problem,
 *     never to be shown as HTML
 * @param html HTML that holds nothing but what the allow-list names: no scripts, styles, forms, frames or images, and
 *     links that do not tell where they were followed; safe inside any element of a page that holds text
 * @param version the version of the allow-list by which it was cut
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RichText(Text original, String html, int version) {
    /** Checks that nothing is null. */
    public RichText {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(html, "html");
        if (original.format() == TextFormat.PLAIN) {
            throw new IllegalArgumentException("a plain text has no form; leave the rich text out");
        }
    }

    /** Names the format without the text, so that logs hold no personal data. */
    @Override
    public String toString() {
        return original + " cut by version " + version;
    }
}

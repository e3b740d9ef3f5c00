package io.tikit.core.text;

import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.RichText;
import io.tikit.api.conversation.Text;
import io.tikit.api.conversation.TextFormat;
import io.tikit.api.error.ErrorCode;
import io.tikit.core.pipeline.Violations;
import java.util.Map;
import java.util.Optional;

/**
 * A text that was given, in the forms in which it is kept. A plain text is its own and only form. Pure.
 *
 * @param plain what a reader sees, without form
 * @param rich the original and the HTML, unless it was given as plain text
 */
public record Composed(String plain, Optional<RichText> rich) {
    private static final int LONGEST_PLAIN = 1_000_000;
    private static final int LARGEST_HTML = 2_000_000;
    private static final int LARGEST_MARKDOWN = 200_000;

    /** Checks what can be told without reading the form. */
    public static void check(String path, Text text, int least, Violations violations) {
        if (text.format() == TextFormat.PLAIN) {
            violations.body(path, text.source(), least, LONGEST_PLAIN);
            return;
        }
        int most = text.format() == TextFormat.HTML ? LARGEST_HTML : LARGEST_MARKDOWN;
        violations.body(path, text.source(), least, most);
        long bytes = bytes(text.source());
        if (bytes > most && text.source().length() <= most) {
            violations.add(
                    path,
                    "too_many_bytes",
                    "has " + bytes + " bytes, at most " + most + " are allowed",
                    Map.of("max", most, "bytes", bytes));
        }
    }

    /**
     * Reads the form and cuts it.
     *
     * @param least how many visible characters there must be
     * @throws io.tikit.api.error.InvalidException if nothing is visible, or too much
     */
    public static Composed of(String path, Text text, int least) {
        if (text.format() == TextFormat.PLAIN) {
            return new Composed(text.source(), Optional.empty());
        }
        Violations violations = new Violations();
        Optional<String> html = html(text);
        if (html.isEmpty()) {
            violations.add(path, "nested_too_deeply", "is nested too deeply; use fewer levels");
            violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        }
        String cut = Html.sanitised(html.orElseThrow());
        String plain = PlainText.of(cut);
        violations.body(path, plain, least, LONGEST_PLAIN);
        violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        return new Composed(plain, Optional.of(new RichText(text, cut, Html.VERSION)));
    }

    /** What a reader would see, also of a text that is yet to be checked. */
    public static String plain(Text text) {
        return text.format() == TextFormat.PLAIN
                ? text.source()
                : html(text).map(Html::sanitised).map(PlainText::of).orElse("");
    }

    /** The entry with this form. */
    public Entry in(Entry entry) {
        return rich.map(entry::withRich).orElse(entry);
    }

    /** The entry as the present allow-list cuts it, whatever the list was when it was written. */
    public static Entry current(Entry entry) {
        return entry.rich()
                .filter(rich -> rich.version() != Html.VERSION)
                .map(rich -> entry.withRich(renewed(rich.original())))
                .orElse(entry);
    }

    /** The HTML of an entry with the images of other servers. */
    public static String withImages(Entry entry) {
        return entry.rich()
                .flatMap(rich -> html(rich.original()))
                .map(Html::withImages)
                .orElseGet(entry::html);
    }

    private static RichText renewed(Text original) {
        return new RichText(original, html(original).map(Html::sanitised).orElse(""), Html.VERSION);
    }

    private static Optional<String> html(Text text) {
        return text.format() == TextFormat.MARKDOWN ? Markdown.html(text.source()) : Optional.of(text.source());
    }

    private static long bytes(String text) {
        return text.codePoints()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }
}

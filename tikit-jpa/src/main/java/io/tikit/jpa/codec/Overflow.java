package io.tikit.jpa.codec;

import org.jspecify.annotations.Nullable;

/**
 * A text that stands in a short column when it fits and in a large one when not: Derby reads and writes a VARCHAR much
 * faster than a CLOB, and a VARCHAR ends at 32,672 characters.
 */
public record Overflow(@Nullable String small, @Nullable String large) {
    /** The longest text in a short column; Derby counts up to three bytes for a character in its log. */
    static final int LIMIT = 32_672;

    public static Overflow of(@Nullable String text) {
        return text == null || text.length() <= LIMIT ? new Overflow(text, null) : new Overflow(null, text);
    }

    public @Nullable String text() {
        return small != null ? small : large;
    }

    /** Reads the two columns. */
    public static @Nullable String text(@Nullable String small, @Nullable String large) {
        return small != null ? small : large;
    }
}

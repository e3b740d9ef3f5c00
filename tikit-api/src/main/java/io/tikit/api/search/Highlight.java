package io.tikit.api.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.EntryId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of text around what was found.
 *
 * @param entry the entry that it is from; empty when it is the subject
 * @param parts the piece, cut into what was found and what stands around it, in order
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Highlight(Optional<EntryId> entry, List<Part> parts) {
    /** Copies the parts. */
    public Highlight {
        Objects.requireNonNull(entry, "entry");
        parts = List.copyOf(parts);
    }

    /**
     * The piece with marks around what was found. The text itself is not escaped.
     *
     * @param before stands before each match
     * @param after stands after each match
     * @return the marked text
     */
    public String marked(String before, String after) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.match() ? before : "").append(part.text()).append(part.match() ? after : "");
        }
        return text.toString();
    }

    /**
     * A run of text.
     *
     * @param text plain text
     * @param match whether it is what was found
     */
    public record Part(String text, boolean match) {
        /** Checks that nothing is null. */
        public Part {
            Objects.requireNonNull(text, "text");
        }
    }
}

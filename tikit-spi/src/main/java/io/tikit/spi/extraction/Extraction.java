package io.tikit.spi.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What came out of a file.
 *
 * @param outcome how far it went
 * @param text the text, without control characters but line feeds and tabs; empty unless COMPLETE or CUT
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Extraction(Outcome outcome, String text) {
    /**
     * Checks that nothing is null.
     *
     * @throws IllegalArgumentException if there is text where the outcome has none
     */
    public Extraction {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(text, "text");
        if (!text.isEmpty() && outcome != Outcome.COMPLETE && outcome != Outcome.CUT) {
            throw new IllegalArgumentException("a file that is " + outcome + " has no text");
        }
    }

    /**
     * A file without text.
     *
     * @param outcome why
     * @return the extraction
     */
    public static Extraction none(Outcome outcome) {
        return new Extraction(outcome, "");
    }

    /**
     * Says how much there is, not what.
     *
     * @return a text without the words of the file
     */
    @Override
    public String toString() {
        return "Extraction[" + outcome + ", " + text.length() + " characters]";
    }

    /** How far an extraction went. */
    public enum Outcome {
        /** The whole text. */
        COMPLETE,
        /** A limit ended it; the text is a beginning. */
        CUT,
        /** The file is damaged or not what it seems. */
        UNREADABLE,
        /** The file is locked by a password. */
        LOCKED,
        /** The extractor does not read such files. */
        UNSUPPORTED
    }
}

package io.tikit.api.conversation;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * How a reply or a note was composed: in which format, in answer to what, and what its writer had seen.
 *
 * @param format how the body is written
 * @param inReplyTo the entry it answers, of the same ticket; what answers a note is a note
 * @param seen the last entry that its writer had seen; others' entries after it refuse the command with
 *     {@link io.tikit.api.error.ErrorCode#NEWER_ENTRIES}
 * @param regardless whether it is written whatever came after {@code seen}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Composition(TextFormat format, Optional<EntryId> inReplyTo, Optional<EntryId> seen, boolean regardless) {
    /** A plain text that answers nothing in particular. */
    public static final Composition PLAIN =
            new Composition(TextFormat.PLAIN, Optional.empty(), Optional.empty(), false);

    /** Checks that nothing is null. */
    public Composition {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(inReplyTo, "inReplyTo");
        Objects.requireNonNull(seen, "seen");
    }

    /**
     * In a format.
     *
     * @param written how the body is written
     * @return a copy
     */
    public Composition withFormat(TextFormat written) {
        return new Composition(written, inReplyTo, seen, regardless);
    }

    /**
     * In answer to an entry.
     *
     * @param entry what is answered
     * @return a copy
     */
    public Composition withInReplyTo(EntryId entry) {
        return new Composition(format, Optional.of(entry), seen, regardless);
    }

    /**
     * With the last entry that its writer had seen.
     *
     * @param entry the entry
     * @return a copy
     */
    public Composition withSeen(EntryId entry) {
        return new Composition(format, inReplyTo, Optional.of(entry), regardless);
    }

    /**
     * Whatever came meanwhile.
     *
     * @return a copy
     */
    public Composition withRegardless() {
        return new Composition(format, inReplyTo, seen, true);
    }
}

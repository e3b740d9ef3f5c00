package io.tikit.api.configuration;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a document out of use, or takes it up again. Recorded as {@code configuration.retired}. Refused, with all that
 * refer to it, while another document in use does.
 *
 * @param id which document
 * @param retired whether it is to be out of use
 * @param expected the version that the author has seen; empty for any
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RetireDocument(DocumentKey id, boolean retired, Optional<Long> expected) implements Command<Document> {
    /** Checks that nothing is null. */
    public RetireDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
    }

    /**
     * Out of use.
     *
     * @param id which document
     * @return the command
     */
    public static RetireDocument of(DocumentKey id) {
        return new RetireDocument(id, true, Optional.empty());
    }

    /**
     * Into use again; checked like a document that is saved.
     *
     * @param id which document
     * @return the command
     */
    public static RetireDocument restoring(DocumentKey id) {
        return new RetireDocument(id, false, Optional.empty());
    }

    /**
     * Only if nobody wrote another version meanwhile.
     *
     * @param version the version that the author has seen
     * @return a copy
     */
    public RetireDocument expecting(long version) {
        return new RetireDocument(id, retired, Optional.of(version));
    }
}

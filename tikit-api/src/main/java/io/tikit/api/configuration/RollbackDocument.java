package io.tikit.api.configuration;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes an earlier version of a document the latest: a new version that says the same, checked like any other. Recorded
 * as {@code configuration.rolled_back}.
 *
 * @param id which document
 * @param toVersion the version that is to be said again
 * @param expected the version that the author has seen; empty for any
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RollbackDocument(DocumentKey id, long toVersion, Optional<Long> expected) implements Command<Document> {
    /** Checks that nothing is null. */
    public RollbackDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expected, "expected");
    }

    /**
     * Back to a version.
     *
     * @param id which document
     * @param toVersion the version that is to be said again
     * @return the command
     */
    public static RollbackDocument of(DocumentKey id, long toVersion) {
        return new RollbackDocument(id, toVersion, Optional.empty());
    }

    /**
     * Only if nobody wrote another version meanwhile.
     *
     * @param version the version that the author has seen
     * @return a copy
     */
    public RollbackDocument expecting(long version) {
        return new RollbackDocument(id, toVersion, Optional.of(version));
    }
}

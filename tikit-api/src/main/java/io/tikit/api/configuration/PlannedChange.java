package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan does to one document.
 *
 * @param action what happens
 * @param id to which document
 * @param before what it says now; empty when it does not exist
 * @param after what it is to say
 * @param differences where the two differ, by path
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PlannedChange(
        Action action,
        DocumentKey id,
        Optional<DocumentContent> before,
        DocumentContent after,
        List<FieldDifference> differences) {
    /** Copies the differences. */
    public PlannedChange {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        differences = List.copyOf(differences);
    }

    /** What happens to a document. */
    public enum Action {
        /** It is made. */
        CREATE,
        /** It gets another version. */
        UPDATE,
        /** It goes out of use. */
        RETIRE,
        /** It comes into use again, perhaps with other content. */
        RESTORE
    }
}

package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import java.util.Objects;
import java.util.Optional;

/**
 * A field that an event changed.
 *
 * @param field the key of the field
 * @param before its value before; empty when it had none
 * @param after its value after; empty when it has none
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldChange(String field, Optional<FieldValue> before, Optional<FieldValue> after) {
    /** Checks that nothing is null. */
    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Names the field without its values, so that logs hold no personal data. */
    @Override
    public String toString() {
        return field;
    }
}

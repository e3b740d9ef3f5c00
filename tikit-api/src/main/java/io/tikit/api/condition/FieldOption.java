package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * One of the options of a field that holds choices.
 *
 * @param key the immutable name, as conditions and values write it
 * @param rank its place in the order; immutable as well, because values keep it
 * @param label its name for people
 * @param retired whether it can no longer be set; values that have it keep it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldOption(String key, int rank, String label, boolean retired) {
    /** Checks that nothing is null. */
    public FieldOption {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
    }

    /**
     * An option that can be set and whose label is its key.
     *
     * @param key the name
     * @param rank its place in the order
     * @return the option
     */
    public static FieldOption of(String key, int rank) {
        return new FieldOption(key, rank, key, false);
    }

    /**
     * The option as a value.
     *
     * @return the value
     */
    public FieldValue.Choice value() {
        return new FieldValue.Choice(key, rank);
    }
}

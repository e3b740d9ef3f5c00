package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * A place at which two versions of a document differ.
 *
 * @param path where: {@code label}, {@code parent}, {@code retired}, or a place in the body such as {@code
 *     body.options[2].label}
 * @param before JSON of the value before; empty when there was none
 * @param after JSON of the value after; empty when there is none
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldDifference(String path, Optional<String> before, Optional<String> after) {
    /** Checks that nothing is null. */
    public FieldDifference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** A line of a diff: the path, the value before and the value after; a hyphen stands for none. */
    @Override
    public String toString() {
        return path + ": " + before.orElse("-") + " -> " + after.orElse("-");
    }
}

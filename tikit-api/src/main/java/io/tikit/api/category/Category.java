package io.tikit.api.category;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A node of the tree of what tickets are about (REQ-TM-026).
 *
 * @param id the id
 * @param parent the category above it; empty for one at the top
 * @param name its name, unique under its parent whatever the case
 * @param retired whether it takes no more tickets
 * @param replacement where tickets go that were in it when it was retired
 * @param createdAt since when it exists
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Category(
        CategoryId id,
        Optional<CategoryId> parent,
        String name,
        boolean retired,
        Optional<CategoryId> replacement,
        Instant createdAt) {
    /** Checks that nothing is null. */
    public Category {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(replacement, "replacement");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}

package io.tikit.api.category;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a category (REQ-TM-027). Recorded as {@code category.created}.
 *
 * @param name 1 to 100 characters in one line, unique under its parent whatever the case
 * @param parent the category above it, not a retired one; empty for one at the top
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record CreateCategory(String name, Optional<CategoryId> parent) implements Command<Category> {
    /** Checks that nothing is null. */
    public CreateCategory {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(parent, "parent");
    }

    /**
     * A category at the top.
     *
     * @param name its name
     * @return the command
     */
    public static CreateCategory of(String name) {
        return new CreateCategory(name, Optional.empty());
    }

    /**
     * A category below another one.
     *
     * @param name its name
     * @param parent the category above it
     * @return the command
     */
    public static CreateCategory below(CategoryId parent, String name) {
        return new CreateCategory(name, Optional.of(parent));
    }
}

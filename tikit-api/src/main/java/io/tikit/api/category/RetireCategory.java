package io.tikit.api.category;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a category out of use (REQ-TM-026). While open tickets are in it, it needs a replacement, to which they are moved
 * after the commit, each with an event of its own; closed tickets keep the category. Categories below it are retired or
 * moved first. Recorded as {@code category.retired}.
 *
 * @param id which category
 * @param replacement where its open tickets go, not a retired category
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RetireCategory(CategoryId id, Optional<CategoryId> replacement) implements Command<Category> {
    /** Checks that nothing is null. */
    public RetireCategory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(replacement, "replacement");
    }

    /**
     * Without a replacement, for a category without open tickets.
     *
     * @param id which category
     * @return the command
     */
    public static RetireCategory of(CategoryId id) {
        return new RetireCategory(id, Optional.empty());
    }

    /**
     * With a replacement.
     *
     * @param category where its open tickets go
     * @return a copy
     */
    public RetireCategory replacedBy(CategoryId category) {
        return new RetireCategory(id, Optional.of(category));
    }
}

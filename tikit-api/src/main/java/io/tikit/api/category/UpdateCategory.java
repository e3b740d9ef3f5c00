package io.tikit.api.category;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Renames a category, moves it with all below it, or takes up a retired one again. Tickets hold the id of their category
 * and are not touched. Recorded as {@code category.updated}. What is empty stays as it is.
 *
 * @param id which category
 * @param name a new name
 * @param place where it is to stand
 * @param restored whether a retired category takes tickets again
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateCategory(CategoryId id, Optional<String> name, Optional<Place> place, boolean restored)
        implements Command<Category> {
    /**
     * A place in the tree.
     *
     * @param parent the category above; empty for the top
     */
    public record Place(Optional<CategoryId> parent) {
        /** Checks that nothing is null. */
        public Place {
            Objects.requireNonNull(parent, "parent");
        }
    }

    /** Checks that nothing is null. */
    public UpdateCategory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(place, "place");
    }

    /**
     * A change of nothing yet.
     *
     * @param id which category
     * @return the command
     */
    public static UpdateCategory of(CategoryId id) {
        return new UpdateCategory(id, Optional.empty(), Optional.empty(), false);
    }

    /**
     * With a new name.
     *
     * @param value 1 to 100 characters in one line
     * @return a copy
     */
    public UpdateCategory withName(String value) {
        return new UpdateCategory(id, Optional.of(value), place, restored);
    }

    /**
     * Below another category.
     *
     * @param parent neither the category itself nor one below it
     * @return a copy
     */
    public UpdateCategory below(CategoryId parent) {
        return new UpdateCategory(id, name, Optional.of(new Place(Optional.of(parent))), restored);
    }

    /**
     * At the top.
     *
     * @return a copy
     */
    public UpdateCategory atTop() {
        return new UpdateCategory(id, name, Optional.of(new Place(Optional.empty())), restored);
    }

    /**
     * Taken up again.
     *
     * @return a copy
     */
    public UpdateCategory withRestored() {
        return new UpdateCategory(id, name, place, true);
    }
}

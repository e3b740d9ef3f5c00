package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import java.util.List;
import java.util.Optional;

/**
 * Categories of the unit's tenant. Names are unique under one parent, compared folded. Whether the tree has a cycle is
 * not storage's to see; the engine lets one writer change a tree at a time.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface CategoryRepository {
    /**
     * Reads a category.
     *
     * @param id which category
     * @return the category, or empty
     */
    Optional<Category> find(CategoryId id);

    /**
     * Finds a category by its place.
     *
     * @param parent the category above it; empty for one at the top
     * @param name compared folded
     * @return the category, or empty
     */
    Optional<Category> findByName(Optional<CategoryId> parent, String name);

    /**
     * Lists categories in the order of their ids.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the categories
     */
    List<Category> page(Optional<CategoryId> after, int limit);

    /**
     * Writes a new category. A name that is taken shows at the commit or before.
     *
     * @param category the category; its parent exists or was written before by this unit
     */
    void insert(Category category);

    /**
     * Writes a changed category.
     *
     * @param category the category, with the id of one that exists
     */
    void update(Category category);
}

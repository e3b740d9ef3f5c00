package io.tikit.api.category;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Optional;

/**
 * The tree of what tickets are about. Everybody may read it; changing it needs the permission
 * {@link io.tikit.api.access.Permission#CATEGORY_CHANGE}. A desk has at most 2,000 categories, retired ones included.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Categories {
    /**
     * Makes a category.
     *
     * @param command what to make
     * @return the category
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change categories
     * @throws io.tikit.api.error.InvalidException if the name is bad, the parent is unknown or retired, or there are too
     *     many categories
     * @throws io.tikit.api.error.ConflictException if the name is taken there
     */
    Category create(CreateCategory command);

    /**
     * Renames, moves or restores a category.
     *
     * @param command what to change
     * @return the category as written
     * @throws io.tikit.api.error.NotFoundException if there is no such category
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change categories
     * @throws io.tikit.api.error.InvalidException if the category would stand below itself, or the place is unknown or
     *     retired
     * @throws io.tikit.api.error.ConflictException if the name is taken there
     */
    Category update(UpdateCategory command);

    /**
     * Takes a category out of use.
     *
     * @param command which one, and what replaces it
     * @return the category as written
     * @throws io.tikit.api.error.NotFoundException if there is no such category
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change categories
     * @throws io.tikit.api.error.InvalidException if a replacement is needed, or is not in use, or categories in use are
     *     below it
     */
    Category retire(RetireCategory command);

    /**
     * Finds a category.
     *
     * @param id which category
     * @return the category, or empty
     */
    Optional<Category> category(CategoryId id);

    /**
     * The way from the top to a category.
     *
     * @param id which category
     * @return the categories from the top down, with this one last; empty if there is no such category
     */
    List<Category> path(CategoryId id);

    /**
     * The whole tree: each category before those below it, side by side in the order of their folded names. Answers from
     * memory; changes of other nodes are seen within a second.
     *
     * @return all categories, retired ones included
     */
    List<Category> tree();
}

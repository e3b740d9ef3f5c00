package io.tikit.core.category;

import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.category.UpdateCategory;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.tree.Forest;
import io.tikit.core.tree.Trees;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Renames, moves and restores categories; tickets are not touched, since they hold the id alone. */
final class UpdateCategoryHandler implements CommandHandler<UpdateCategory, Category> {
    private final Trees trees;

    @Inject
    UpdateCategoryHandler(Trees trees) {
        this.trees = trees;
    }

    @Override
    public Class<UpdateCategory> type() {
        return UpdateCategory.class;
    }

    @Override
    public void check(UpdateCategory command, Violations violations) {
        command.name().ifPresent(name -> violations.line("name", name, 1, CategoryRules.LONGEST_NAME));
    }

    @Override
    public Category handle(UpdateCategory command, Prepared prepared, Execution execution) {
        CategoryRules.begin(execution);
        Forest forest = trees.of(execution);
        Category before = CategoryRules.known(forest, command.id());
        Optional<CategoryId> parent =
                command.place().map(UpdateCategory.Place::parent).orElse(before.parent());
        if (command.place().isPresent() || command.restored()) {
            CategoryRules.requireInUse("place", parent, forest);
        }
        if (parent.isPresent()
                && !forest.allowsBelow(before.id().value(), parent.get().value())) {
            throw CategoryRules.refused(new Violation(
                    "place",
                    "below_itself",
                    "category " + before.id() + " would stand below itself",
                    Map.of("id", before.id().toString())));
        }
        Category after = new Category(
                before.id(),
                parent,
                command.name().orElse(before.name()),
                before.retired() && !command.restored(),
                command.restored() ? Optional.empty() : before.replacement(),
                before.createdAt());
        if (after.equals(before)) {
            return before;
        }
        execution.unit().categories().update(after);
        trees.changed(execution);
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.CATEGORY_UPDATED, after.id().value(), 0)
                .changes(CategoryRules.changes(before, after))
                .build());
        return after;
    }
}

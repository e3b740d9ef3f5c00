package io.tikit.core.category;

import io.tikit.api.category.Category;
import io.tikit.api.category.RetireCategory;
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

/** Takes categories out of use. Their open tickets follow after the commit. */
final class RetireCategoryHandler implements CommandHandler<RetireCategory, Category> {
    private final Trees trees;

    @Inject
    RetireCategoryHandler(Trees trees) {
        this.trees = trees;
    }

    @Override
    public Class<RetireCategory> type() {
        return RetireCategory.class;
    }

    @Override
    public void check(RetireCategory command, Violations violations) {}

    @Override
    public Category handle(RetireCategory command, Prepared prepared, Execution execution) {
        CategoryRules.begin(execution);
        Forest forest = trees.of(execution);
        Category before = CategoryRules.known(forest, command.id());
        if (before.retired()) {
            return before;
        }
        CategoryRules.requireInUse("replacement", command.replacement(), forest);
        if (command.replacement().filter(before.id()::equals).isPresent()) {
            throw CategoryRules.refused(new Violation(
                    "replacement",
                    "unknown_category",
                    "a category cannot replace itself",
                    Map.of("category", before.id().toString())));
        }
        boolean used = forest.categories().stream()
                .anyMatch(c -> !c.retired() && c.parent().equals(Optional.of(before.id())));
        if (used) {
            throw CategoryRules.refused(new Violation(
                    "id",
                    "used_below",
                    "categories in use are below " + before.id() + "; retire or move them first",
                    Map.of()));
        }
        if (command.replacement().isEmpty()
                && !execution.unit().tickets().openIn(before.id(), 1).isEmpty()) {
            throw CategoryRules.refused(new Violation(
                    "replacement",
                    "replacement_required",
                    "open tickets are in category " + before.id() + "; say where they go",
                    Map.of()));
        }
        Category after = new Category(
                before.id(), before.parent(), before.name(), true, command.replacement(), before.createdAt());
        execution.unit().categories().update(after);
        trees.changed(execution);
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.CATEGORY_RETIRED, after.id().value(), 0)
                .changes(CategoryRules.changes(before, after))
                .build());
        return after;
    }
}

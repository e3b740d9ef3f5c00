package io.tikit.core.category;

import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.tree.Forest;
import io.tikit.core.tree.Trees;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes categories. */
final class CreateCategoryHandler implements CommandHandler<CreateCategory, Category> {
    private static final int MOST = 2_000;

    private final Trees trees;

    @Inject
    CreateCategoryHandler(Trees trees) {
        this.trees = trees;
    }

    @Override
    public Class<CreateCategory> type() {
        return CreateCategory.class;
    }

    @Override
    public void check(CreateCategory command, Violations violations) {
        violations.line("name", command.name(), 1, CategoryRules.LONGEST_NAME);
    }

    @Override
    public Category handle(CreateCategory command, Prepared prepared, Execution execution) {
        CategoryRules.begin(execution);
        Forest forest = trees.of(execution);
        if (forest.categories().size() >= MOST) {
            throw CategoryRules.refused(new Violation(
                    "name", "too_many", "a desk has at most " + MOST + " categories", Map.of("max", MOST)));
        }
        CategoryRules.requireInUse("parent", command.parent(), forest);
        Instant now = execution.time().instant();
        Category category = new Category(
                new CategoryId(execution.newId()), command.parent(), command.name(), false, Optional.empty(), now);
        execution.unit().categories().insert(category);
        trees.changed(execution);
        execution.record(execution
                .newEvent(now)
                .happened(EventTypes.CATEGORY_CREATED, category.id().value(), 0)
                .changes(CategoryRules.changes(null, category))
                .build());
        return category;
    }
}

package io.tikit.core.category;

import io.tikit.api.category.Categories;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.category.RetireCategory;
import io.tikit.api.category.UpdateCategory;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Session;
import io.tikit.core.tree.Forest;
import io.tikit.core.tree.Trees;
import io.tikit.spi.condition.Fold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tree of categories for one caller. */
public final class CategoryService implements Categories {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Trees trees;

    public CategoryService(Supplier<Session> session, Pipeline pipeline, Trees trees) {
        this.session = session;
        this.pipeline = pipeline;
        this.trees = trees;
    }

    @Override
    public Category create(CreateCategory command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Category update(UpdateCategory command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Category retire(RetireCategory command) {
        return pipeline.execute(session.get(), command);
    }

    private Forest forest() {
        return trees.recent(session.get().tenant());
    }

    @Override
    public Optional<Category> category(CategoryId id) {
        return forest().category(id);
    }

    @Override
    public List<Category> path(CategoryId id) {
        Forest forest = forest();
        List<Category> path = new ArrayList<>();
        Optional<Category> step = forest.category(id);
        while (step.isPresent()) {
            path.add(step.get());
            step = step.get().parent().flatMap(forest::category);
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    @Override
    public List<Category> tree() {
        Map<Optional<CategoryId>, List<Category>> below = new HashMap<>();
        forest().categories().stream()
                .sorted(Comparator.comparing((Category category) -> Fold.of(category.name()))
                        .reversed())
                .forEach(category -> below.computeIfAbsent(category.parent(), parent -> new ArrayList<>())
                        .add(category));
        List<Category> found = new ArrayList<>();
        Deque<Category> open = new ArrayDeque<>();
        below.getOrDefault(Optional.<CategoryId>empty(), List.of()).forEach(open::push);
        while (!open.isEmpty()) {
            Category next = open.pop();
            found.add(next);
            below.getOrDefault(Optional.of(next.id()), List.of()).forEach(open::push);
        }
        return List.copyOf(found);
    }
}

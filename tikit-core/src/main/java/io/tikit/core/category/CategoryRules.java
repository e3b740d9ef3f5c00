package io.tikit.core.category;

import io.tikit.api.access.Permission;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.FieldChange;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.tree.Forest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What commands on categories have in common. */
final class CategoryRules {
    static final int LONGEST_NAME = 100;

    private CategoryRules() {}

    /** Whoever changes the tree stands in line, and so decides on the tree as it is. */
    static void begin(Execution execution) {
        Access.require(execution.session(), Permission.CATEGORY_CHANGE);
        execution.unit().configuration().lock();
    }

    static Category known(Forest forest, CategoryId id) {
        return forest.category(id)
                .orElseThrow(() -> new NotFoundException(ErrorCode.CATEGORY_NOT_FOUND, "there is no category " + id));
    }

    static void requireInUse(String path, Optional<CategoryId> id, Forest forest) {
        if (id.isPresent()
                && forest.category(id.get()).filter(c -> !c.retired()).isEmpty()) {
            throw refused(new Violation(
                    path,
                    "unknown_category",
                    "category " + id.get() + " is unknown or retired",
                    Map.of("category", id.get().toString())));
        }
    }

    static InvalidException refused(Violation violation) {
        return new InvalidException(ErrorCode.INVALID_COMMAND, violation);
    }

    static List<FieldChange> changes(@Nullable Category before, Category after) {
        List<FieldChange> changes = new ArrayList<>();
        add(
                changes,
                "name",
                before == null ? null : new FieldValue.Text(before.name()),
                new FieldValue.Text(after.name()));
        add(changes, "parent", before == null ? null : id(before.parent()), id(after.parent()));
        add(
                changes,
                "retired",
                before == null ? new FieldValue.Flag(false) : new FieldValue.Flag(before.retired()),
                new FieldValue.Flag(after.retired()));
        add(changes, "replacement", before == null ? null : id(before.replacement()), id(after.replacement()));
        return changes;
    }

    private static @Nullable FieldValue id(Optional<CategoryId> id) {
        return id.map(category -> new FieldValue.Id(category.value())).orElse(null);
    }

    private static void add(
            List<FieldChange> changes, String field, @Nullable FieldValue before, @Nullable FieldValue after) {
        Optional<FieldValue> old = Optional.ofNullable(before);
        Optional<FieldValue> present = Optional.ofNullable(after);
        if (!old.equals(present)) {
            changes.add(new FieldChange(field, old, present));
        }
    }
}

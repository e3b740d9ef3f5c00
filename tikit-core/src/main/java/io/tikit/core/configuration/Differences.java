package io.tikit.core.configuration;

import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.FieldDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where two versions of a document differ. Pure. */
final class Differences {
    private Differences() {}

    static List<FieldDifference> between(Optional<DocumentContent> before, DocumentContent after) {
        List<FieldDifference> found = new ArrayList<>();
        compare("label", before.map(DocumentContent::label).orElse(null), after.label(), found);
        compare(
                "parent",
                before.flatMap(DocumentContent::parent).orElse(null),
                after.parent().orElse(null),
                found);
        compare("retired", before.map(DocumentContent::retired).orElse(false), after.retired(), found);
        compare(
                "body",
                before.map(content -> JsonTree.object(content.body())).orElse(null),
                JsonTree.object(after.body()),
                found);
        return found;
    }

    private static void compare(
            String path, @Nullable Object before, @Nullable Object after, List<FieldDifference> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (isEmpty(before) && isEmpty(after)) {
            found.add(new FieldDifference(path, text(before), text(after)));
        } else if (isBranch(before, after, Map.class)) {
            Map<?, ?> old = before == null ? Map.of() : (Map<?, ?>) before;
            Map<?, ?> now = after == null ? Map.of() : (Map<?, ?>) after;
            TreeSet<String> names = new TreeSet<>();
            old.keySet().forEach(name -> names.add((String) name));
            now.keySet().forEach(name -> names.add((String) name));
            names.forEach(name -> compare(path + "." + name, old.get(name), now.get(name), found));
        } else if (isBranch(before, after, List.class)) {
            List<?> old = before == null ? List.of() : (List<?>) before;
            List<?> now = after == null ? List.of() : (List<?>) after;
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                compare(
                        path + "[" + i + "]",
                        i < old.size() ? old.get(i) : null,
                        i < now.size() ? now.get(i) : null,
                        found);
            }
        } else {
            found.add(new FieldDifference(path, text(before), text(after)));
        }
    }

    /** Whether both sides, as far as they are there, are of a type that has parts. */
    private static boolean isBranch(@Nullable Object before, @Nullable Object after, Class<?> type) {
        return (before == null || type.isInstance(before)) && (after == null || type.isInstance(after));
    }

    /** An empty object or list in place of nothing is a difference without parts. */
    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(JsonTree::compact);
    }
}

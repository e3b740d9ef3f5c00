package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What conditions and lists know of a field.
 *
 * @param key the key as conditions write it, with its prefix when the field is custom or the host's
 * @param definition its kind, label, options; the key in it has no prefix
 * @param need what must be at hand to read it
 * @param sortable whether lists can be ordered by it
 * @param anchor whether a list may be fixed by it: one value of it, or its absence, names few tickets
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldInfo(String key, FieldDefinition definition, Need need, boolean sortable, boolean anchor) {
    /** Checks that nothing is null. */
    public FieldInfo {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(need, "need");
    }

    /**
     * What it holds.
     *
     * @return the kind
     */
    public FieldKind kind() {
        return definition.kind();
    }
}

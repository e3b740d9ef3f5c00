package io.tikit.api.form;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A form as it is now for a caller.
 *
 * @param form the key of its document of kind {@code form}; empty if the desk has none for the type, and every field is
 *     offered
 * @param version the version of that document; 0 without one
 * @param fields the fields to show, in their order
 * @param violations what the command would be refused for if it were given now, as far as its fields go; empty if nothing
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FormModel(Optional<String> form, long version, List<FormField> fields, List<Violation> violations) {
    /** Copies the lists. */
    public FormModel {
        Objects.requireNonNull(form, "form");
        fields = List.copyOf(fields);
        violations = List.copyOf(violations);
    }

    /**
     * A field that is shown.
     *
     * @param key its key as conditions write it, such as {@code field.cost} or {@code priority}
     * @return the field; empty if it is not shown
     */
    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}

package io.tikit.api.form;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A field that a form shows.
 *
 * @param field its kind, label and what else is known of it
 * @param value what it holds, with the edits and the defaults; empty for nothing
 * @param text what people call the object that a reference leads to, as the host answers now; empty for other kinds, and
 *     where the host does not answer
 * @param required whether the form demands a value of the caller
 * @param options what may be chosen now, in the order for people; empty for fields without options
 * @param refusals why the caller cannot change it, with keys that have texts in the desk's languages; empty if the caller
 *     can
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FormField(
        FieldInfo field,
        Optional<FieldValue> value,
        Optional<String> text,
        boolean required,
        List<FieldOption> options,
        List<Violation> refusals) {
    /** Copies the lists. */
    public FormField {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(text, "text");
        options = List.copyOf(options);
        refusals = List.copyOf(refusals);
    }

    /**
     * The key as conditions write it.
     *
     * @return the key, with its prefix when the field is custom
     */
    public String key() {
        return field.key();
    }

    /**
     * Whether the caller cannot change it.
     *
     * @return whether something speaks against that
     */
    public boolean isReadOnly() {
        return !refusals.isEmpty();
    }
}

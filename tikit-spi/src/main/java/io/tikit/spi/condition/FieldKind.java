package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;

/**
 * What kind of value a field holds.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum FieldKind {
    /** Text, compared folded. */
    TEXT(FieldValue.Text.class),
    /** A whole number. */
    WHOLE(FieldValue.Whole.class),
    /** One of a closed, ordered list, compared by rank. */
    CHOICE(FieldValue.Choice.class),
    /** An instant. */
    MOMENT(FieldValue.Moment.class),
    /** A reference; only equality has a meaning for people, order is by unsigned bytes. */
    ID(FieldValue.Id.class),
    /** A custom field: whatever its value is; values of different types are unequal and have no order. */
    CUSTOM(FieldValue.class);

    private final Class<? extends FieldValue> type;

    FieldKind(Class<? extends FieldValue> type) {
        this.type = type;
    }

    /**
     * Tells whether a value may be compared with a field of this kind.
     *
     * @param value the value
     * @return whether it fits
     */
    public boolean accepts(FieldValue value) {
        return type.isInstance(value);
    }
}

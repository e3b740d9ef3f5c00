package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

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
    /** A decimal number with a fixed count of digits after the point, which together fit into a long. */
    DECIMAL(FieldValue.Decimal.class),
    /** Yes or no. */
    FLAG(FieldValue.Flag.class),
    /** An instant. */
    MOMENT(FieldValue.Moment.class),
    /** A day without a zone. */
    DAY(FieldValue.Day.class),
    /** A reference; only equality has a meaning for people, order is by unsigned bytes. */
    ID(FieldValue.Id.class),
    /** One of a closed, ordered list, compared by rank. */
    CHOICE(FieldValue.Choice.class),
    /** Any number of a closed list. It equals a value when it holds all of that value's choices; it has no order. */
    CHOICES(FieldValue.Choices.class),
    /** A field without a definition: whatever its value is; values of different types are unequal and have no order. */
    ANY(FieldValue.class);

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

    /**
     * Tells whether values of this kind have an order, so that below and above have a meaning.
     *
     * @return false for several choices and for flags
     */
    public boolean isOrdered() {
        return this != CHOICES && this != FLAG;
    }
}

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
    /** Text with a sanitised selection of HTML, compared folded as it is stored. */
    RICH_TEXT(FieldValue.Text.class),
    /** An amount with its currency; only amounts of the same currency are compared. */
    MONEY(FieldValue.Money.class),
    /** One node of a tree of options; a node is named by the path of keys that leads to it. */
    TREE(FieldValue.Choice.class),
    /** A user of the desk. */
    USER(FieldValue.Id.class),
    /** An organisation of the desk. */
    ORGANISATION(FieldValue.Id.class),
    /** An address with the scheme http, https or mailto. */
    LINK(FieldValue.Text.class),
    /** An object of the host by the host's own id, compared folded; the host is asked whether it is there. */
    REFERENCE(FieldValue.Text.class),
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
     * @return false for several choices, flags, nodes of trees, people and what lies elsewhere
     */
    public boolean isOrdered() {
        return switch (this) {
            case TEXT, WHOLE, DECIMAL, MOMENT, DAY, ID, CHOICE, MONEY, ANY -> true;
            case CHOICES, FLAG, RICH_TEXT, TREE, USER, ORGANISATION, LINK, REFERENCE -> false;
        };
    }

    /**
     * Tells whether values of this kind are options of the definition.
     *
     * @return whether they are one or several of a closed list or a tree
     */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES || this == TREE;
    }

    /**
     * Tells whether values of this kind name a user, so that conditions may speak of me.
     *
     * @return true for users, and for ids of which nobody knows what they name
     */
    public boolean isPerson() {
        return this == USER || this == ID;
    }
}

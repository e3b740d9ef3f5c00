package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * A question that is true or false of a ticket. An immutable tree, at most {@link #MAX_DEPTH} deep and
 * {@link #MAX_NODES} large when it is used; made by the methods of {@link Field} and by {@link #and}, {@link #or} and
 * {@link #negate}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Condition {
    /** The deepest tree that is accepted. */
    int MAX_DEPTH = 64;

    /** The largest tree that is accepted, in nodes. */
    int MAX_NODES = 500;

    /** The longest list of values that {@link OneOf} is accepted with. */
    int MAX_VALUES = 100;

    /**
     * True of everything.
     *
     * @return the condition
     */
    static Condition always() {
        return new All(List.of());
    }

    /**
     * True of nothing.
     *
     * @return the condition
     */
    static Condition never() {
        return new Any(List.of());
    }

    /**
     * Both hold.
     *
     * @param other the other
     * @return the condition
     */
    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }

    /**
     * At least one of both holds.
     *
     * @param other the other
     * @return the condition
     */
    default Condition or(Condition other) {
        return new Any(List.of(this, other));
    }

    /**
     * This one does not hold.
     *
     * @return the complement
     */
    default Condition negate() {
        return new Not(this);
    }

    /**
     * All hold; true when there are none.
     *
     * @param parts the parts
     */
    record All(List<Condition> parts) implements Condition {
        /** Copies the parts. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least one holds; false when there are none.
     *
     * @param parts the parts
     */
    record Any(List<Condition> parts) implements Condition {
        /** Copies the parts. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The part does not hold.
     *
     * @param part the part
     */
    record Not(Condition part) implements Condition {
        /** Checks that nothing is null. */
        public Not {
            Objects.requireNonNull(part, "part");
        }
    }

    /**
     * The field compares to the value in this way; false when the field has no value.
     *
     * @param field the key of the field
     * @param operator how to compare
     * @param value what to compare with
     */
    record Compare(String field, Operator operator, FieldValue value) implements Condition {
        /** Checks that nothing is null. */
        public Compare {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The field has one of the values.
     *
     * @param field the key of the field
     * @param values the values
     */
    record OneOf(String field, List<FieldValue> values) implements Condition {
        /** Copies the values. */
        public OneOf {
            Objects.requireNonNull(field, "field");
            values = List.copyOf(values);
        }
    }

    /**
     * The field has a value.
     *
     * @param field the key of the field
     */
    record Present(String field) implements Condition {
        /** Checks that nothing is null. */
        public Present {
            Objects.requireNonNull(field, "field");
        }
    }

    /** How a field compares to a value. */
    enum Operator {
        /** Equal. */
        EQUAL,
        /** Smaller, earlier, lower in rank. */
        BELOW,
        /** Equal or below. */
        AT_MOST,
        /** Larger, later, higher in rank. */
        ABOVE,
        /** Equal or above. */
        AT_LEAST
    }
}

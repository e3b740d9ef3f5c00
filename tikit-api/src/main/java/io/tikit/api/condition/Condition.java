package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
     * The words are found in the subject, the number or one entry that the caller may read. Needs {@link Need#TEXT}.
     *
     * @param text words as in {@link io.tikit.api.search.SearchQuery}
     * @return the condition
     */
    static Condition words(String text) {
        return new Words(text);
    }

    /**
     * Both hold.
     *
     * @param other the other
     * @return the condition
     */
    default Condition and(Condition other) {
        return this instanceof All all && all.parts().size() < MAX_NODES
                ? new All(joined(all.parts(), other))
                : new All(List.of(this, other));
    }

    /**
     * At least one of both holds.
     *
     * @param other the other
     * @return the condition
     */
    default Condition or(Condition other) {
        return this instanceof Any any && any.parts().size() < MAX_NODES
                ? new Any(joined(any.parts(), other))
                : new Any(List.of(this, other));
    }

    private static List<Condition> joined(List<Condition> parts, Condition other) {
        List<Condition> all = new ArrayList<>(parts);
        all.add(other);
        return all;
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

    /**
     * The field, an instant or a day, lies in an interval; false when it has no value.
     *
     * @param field the key of the field
     * @param from the first instant or day
     * @param to the one after the last
     */
    record Within(String field, TimePoint from, TimePoint to) implements Condition {
        /** Checks that nothing is null. */
        public Within {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * The field, an instant or a day, compares to a time in this way; false when it has no value.
     *
     * @param field the key of the field
     * @param operator how to compare
     * @param time what to compare with
     */
    record CompareTime(String field, Operator operator, TimePoint time) implements Condition {
        /** Checks that nothing is null. */
        public CompareTime {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * The field, a reference, names the caller or one of the caller's teams; false for callers that are no users.
     *
     * @param field the key of the field
     * @param whose the caller or the teams
     */
    record Mine(String field, Whose whose) implements Condition {
        /** Checks that nothing is null. */
        public Mine {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(whose, "whose");
        }
    }

    /** Of whom {@link Mine} speaks. */
    enum Whose {
        /** The caller. */
        ME,
        /** The teams of which the caller is a member. */
        MY_TEAMS
    }

    /**
     * The field names a node of a tree, such as a category or team, or one below it.
     *
     * @param field the key of the field
     * @param root the node
     */
    record Under(String field, FieldValue root) implements Condition {
        /** Checks that nothing is null. */
        public Under {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(root, "root");
        }
    }

    /**
     * The field, a text of at most {@link FieldDefinition#SHORT} characters, has the text in it, both folded; false when
     * it has no value.
     *
     * @param field the key of the field
     * @param place where in the field
     * @param text what to look for; blanks at its end do not count
     */
    record Has(String field, Place place, String text) implements Condition {
        /** Checks that nothing is null. */
        public Has {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Where {@link Has} looks. */
    enum Place {
        /** Anywhere. */
        ANYWHERE,
        /** At the beginning. */
        START
    }

    /**
     * The words are found in the subject, the number or one entry that the caller may read. Needs {@link Need#TEXT}.
     *
     * @param text words as in {@link io.tikit.api.search.SearchQuery}
     */
    record Words(String text) implements Condition {
        /** Checks that nothing is null. */
        public Words {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * The event at hand changed the field. Needs {@link Need#CHANGE}.
     *
     * @param field the key of the field
     * @param from what it was before
     * @param to what it is after
     */
    record Changed(String field, Side from, Side to) implements Condition {
        /** Checks that nothing is null. */
        public Changed {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * One side of a change.
     *
     * @param absent whether the field has no value on this side
     * @param value the value on this side; empty, unless {@code absent}, for any value or none
     */
    record Side(boolean absent, Optional<FieldValue> value) {
        /** Anything. */
        public static final Side ANY = new Side(false, Optional.empty());
        /** No value. */
        public static final Side NONE = new Side(true, Optional.empty());

        /**
         * Checks that an absent side has no value.
         *
         * @throws IllegalArgumentException if it has one
         */
        public Side {
            if (absent && value.isPresent()) {
                throw new IllegalArgumentException("a side without a value cannot have one");
            }
        }

        /**
         * This value.
         *
         * @param value the value
         * @return the side
         */
        public static Side of(FieldValue value) {
            return new Side(false, Optional.of(value));
        }
    }

    /**
     * The status, team or assignee was this for some time in the past. Needs {@link Need#HISTORY}.
     *
     * @param field the key of the field: status, team or assignee
     * @param value what it was
     * @param from when to look from; empty for the beginning
     * @param to when to look to, exclusive; empty for the present
     * @param atLeast how long it was that altogether within this time, cut to milliseconds, not negative; zero for any
     *     time at all
     */
    record Was(String field, FieldValue value, Optional<TimePoint> from, Optional<TimePoint> to, Duration atLeast)
            implements Condition {
        /**
         * Cuts to milliseconds.
         *
         * @throws IllegalArgumentException if the length is negative or above {@link TimePoint#FARTHEST_DAYS} days
         */
        public Was {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            if (atLeast.isNegative() || atLeast.compareTo(Duration.ofDays(TimePoint.FARTHEST_DAYS)) > 0) {
                throw new IllegalArgumentException(
                        "a length is 0 to " + TimePoint.FARTHEST_DAYS + " days, not " + atLeast.toDays());
            }
            atLeast = Duration.ofMillis(atLeast.toMillis());
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

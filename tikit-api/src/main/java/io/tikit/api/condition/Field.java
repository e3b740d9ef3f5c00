package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A typed name of something that conditions compare and lists sort by. The built-in fields of a ticket are constants of
 * {@link io.tikit.api.ticket.TicketFields}. Immutable.
 *
 * @param <T> the type of its values
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public class Field<T> {
    private final String key;
    private final Function<T, FieldValue> codec;

    /**
     * For the catalogues of fields.
     *
     * @param key the immutable ASCII key
     * @param codec how a value is written into a condition
     */
    protected Field(String key, Function<T, FieldValue> codec) {
        this.key = Objects.requireNonNull(key, "key");
        this.codec = Objects.requireNonNull(codec, "codec");
    }

    /**
     * Makes a field.
     *
     * @param key the immutable ASCII key
     * @param codec how a value is written into a condition
     * @param <T> the type of its values
     * @return the field
     */
    public static <T> Field<T> of(String key, Function<T, FieldValue> codec) {
        return new Field<>(key, codec);
    }

    /**
     * The name in the JSON and text forms.
     *
     * @return the key
     */
    public final String key() {
        return key;
    }

    /**
     * The field has this value.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition is(T value) {
        return compare(Condition.Operator.EQUAL, value);
    }

    /**
     * The field does not have this value; true as well when it has none.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition isNot(T value) {
        return is(value).negate();
    }

    /**
     * The field has one of these values.
     *
     * @param values at most 100; none makes the condition false
     * @return the condition
     */
    public final Condition isIn(Collection<? extends T> values) {
        return new Condition.OneOf(key, values.stream().map(v -> codec.apply(v)).toList());
    }

    /**
     * The field is below the value.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition isBelow(T value) {
        return compare(Condition.Operator.BELOW, value);
    }

    /**
     * The field is the value or below.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition isAtMost(T value) {
        return compare(Condition.Operator.AT_MOST, value);
    }

    /**
     * The field is above the value.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition isAbove(T value) {
        return compare(Condition.Operator.ABOVE, value);
    }

    /**
     * The field is the value or above.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition isAtLeast(T value) {
        return compare(Condition.Operator.AT_LEAST, value);
    }

    /**
     * The field has a value.
     *
     * @return the condition
     */
    public final Condition isPresent() {
        return new Condition.Present(key);
    }

    /**
     * The field has no value.
     *
     * @return the condition
     */
    public final Condition isAbsent() {
        return isPresent().negate();
    }

    /**
     * Smallest first.
     *
     * @return the order
     */
    public final Order ascending() {
        return new Order(key, true);
    }

    /**
     * Largest first.
     *
     * @return the order
     */
    public final Order descending() {
        return new Order(key, false);
    }

    private Condition compare(Condition.Operator operator, T value) {
        return new Condition.Compare(key, operator, codec.apply(value));
    }

    /**
     * The field has one of these values, already written as values of a condition.
     *
     * @param values at most 100
     * @return the condition
     */
    protected final Condition oneOf(List<FieldValue> values) {
        return new Condition.OneOf(key, values);
    }

    @Override
    public String toString() {
        return key;
    }
}

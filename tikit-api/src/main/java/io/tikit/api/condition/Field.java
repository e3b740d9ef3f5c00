package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
     * The field, a text of at most {@link FieldDefinition#SHORT} characters, has the text in it.
     *
     * @param text what to look for; blanks at its end and the case of letters do not count
     * @return the condition
     */
    public final Condition contains(String text) {
        return new Condition.Has(key, Condition.Place.ANYWHERE, text);
    }

    /**
     * The field, a text of at most {@link FieldDefinition#SHORT} characters, begins with the text.
     *
     * @param text what to look for; blanks at its end and the case of letters do not count
     * @return the condition
     */
    public final Condition startsWith(String text) {
        return new Condition.Has(key, Condition.Place.START, text);
    }

    /**
     * The field, an instant or a day, lies in an interval.
     *
     * @param from the first instant or day
     * @param to the one after the last
     * @return the condition
     */
    public final Condition isWithin(TimePoint from, TimePoint to) {
        return new Condition.Within(key, from, to);
    }

    /**
     * The field, an instant or a day, is this time.
     *
     * @param time the time
     * @return the condition
     */
    public final Condition isAt(TimePoint time) {
        return compareTime(Condition.Operator.EQUAL, time);
    }

    /**
     * The field, an instant or a day, is before a time.
     *
     * @param time the time
     * @return the condition
     */
    public final Condition isBefore(TimePoint time) {
        return compareTime(Condition.Operator.BELOW, time);
    }

    /**
     * The field, an instant or a day, is at or before a time.
     *
     * @param time the time
     * @return the condition
     */
    public final Condition isAtOrBefore(TimePoint time) {
        return compareTime(Condition.Operator.AT_MOST, time);
    }

    /**
     * The field, an instant or a day, is after a time.
     *
     * @param time the time
     * @return the condition
     */
    public final Condition isAfter(TimePoint time) {
        return compareTime(Condition.Operator.ABOVE, time);
    }

    /**
     * The field, an instant or a day, is at or after a time.
     *
     * @param time the time
     * @return the condition
     */
    public final Condition isAtOrAfter(TimePoint time) {
        return compareTime(Condition.Operator.AT_LEAST, time);
    }

    /**
     * The field, a reference, names whoever asks; false for callers that are no users.
     *
     * @return the condition
     */
    public final Condition isMe() {
        return new Condition.Mine(key, Condition.Whose.ME);
    }

    /**
     * The field, a reference, names a team of whoever asks; false for callers that are no users.
     *
     * @return the condition
     */
    public final Condition isOneOfMyTeams() {
        return new Condition.Mine(key, Condition.Whose.MY_TEAMS);
    }

    /**
     * The field names a node of a tree or one below it. Where there is no tree, as with teams today, that is the node.
     *
     * @param root the node
     * @return the condition
     */
    public final Condition isUnder(T root) {
        return new Condition.Under(key, codec.apply(root));
    }

    /**
     * The event at hand changed the field, from anything to anything. Needs {@link Need#CHANGE}.
     *
     * @return the condition
     */
    public final Condition changed() {
        return changed(Condition.Side.ANY, Condition.Side.ANY);
    }

    /**
     * The event at hand changed the field from this value. Needs {@link Need#CHANGE}.
     *
     * @param value the value before
     * @return the condition
     */
    public final Condition changedFrom(T value) {
        return changed(Condition.Side.of(codec.apply(value)), Condition.Side.ANY);
    }

    /**
     * The event at hand changed the field to this value. Needs {@link Need#CHANGE}.
     *
     * @param value the value after
     * @return the condition
     */
    public final Condition changedTo(T value) {
        return changed(Condition.Side.ANY, Condition.Side.of(codec.apply(value)));
    }

    /**
     * The event at hand changed the field from one value to another. Needs {@link Need#CHANGE}.
     *
     * @param before the value before
     * @param after the value after
     * @return the condition
     */
    public final Condition changedFromTo(T before, T after) {
        return changed(Condition.Side.of(codec.apply(before)), Condition.Side.of(codec.apply(after)));
    }

    /**
     * The event at hand changed the field. Needs {@link Need#CHANGE}.
     *
     * @param before what it was; {@link Condition.Side#NONE} for no value
     * @param after what it is
     * @return the condition
     */
    public final Condition changed(Condition.Side before, Condition.Side after) {
        return new Condition.Changed(key, before, after);
    }

    /**
     * The field, the status, team or assignee, was this for any time in the past. Needs {@link Need#HISTORY}.
     *
     * @param value the value
     * @return the condition
     */
    public final Condition was(T value) {
        return was(value, Duration.ZERO);
    }

    /**
     * The field, the status, team or assignee, was this for so long altogether. Needs {@link Need#HISTORY}.
     *
     * @param value the value
     * @param atLeast how long, see {@link Condition.Was}
     * @return the condition
     */
    public final Condition was(T value, Duration atLeast) {
        return new Condition.Was(key, codec.apply(value), Optional.empty(), Optional.empty(), atLeast);
    }

    /**
     * The field, the status, team or assignee, was this for so long within an interval. Needs {@link Need#HISTORY}.
     *
     * @param value the value
     * @param from when to look from
     * @param to when to look to, exclusive
     * @param atLeast how long, see {@link Condition.Was}
     * @return the condition
     */
    public final Condition wasWithin(T value, TimePoint from, TimePoint to, Duration atLeast) {
        return new Condition.Was(key, codec.apply(value), Optional.of(from), Optional.of(to), atLeast);
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

    private Condition compareTime(Condition.Operator operator, TimePoint time) {
        return new Condition.CompareTime(key, operator, time);
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

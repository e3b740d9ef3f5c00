package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.storage.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Decides conditions in memory. This is the reference: whatever storage and index answer must agree with it, and so must
 * {@link CompiledCondition}, which is faster.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConditionInterpreter {
    private static final Map<String, Interval.Kind> KEPT = Map.of(
            TicketFields.STATUS.key(), Interval.Kind.STATUS,
            TicketFields.TEAM.key(), Interval.Kind.TEAM,
            TicketFields.ASSIGNEE.key(), Interval.Kind.ASSIGNEE);

    private ConditionInterpreter() {}

    /**
     * Decides whether a condition holds of a ticket.
     *
     * @param condition a condition that was checked, see {@link ConditionCheck}, and bound, see {@link Binding}
     * @param ticket the ticket
     * @return whether it holds
     * @throws IllegalArgumentException if it is not bound or needs more than the state of a ticket
     */
    public static boolean holds(Condition condition, Ticket ticket) {
        return holds(condition, ConditionInput.of(ticket));
    }

    /**
     * Decides whether a condition holds.
     *
     * @param condition a condition that was checked and bound
     * @param input the ticket and what else is at hand
     * @return whether it holds
     * @throws IllegalArgumentException if it is not bound or needs what is not at hand
     */
    public static boolean holds(Condition condition, ConditionInput input) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, input));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, input));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), input);
        }
        if (condition instanceof Condition.Compare compare) {
            Optional<FieldValue> value = input.value(compare.field());
            return value.isPresent() && compares(value.get(), compare.operator(), compare.value());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            Optional<FieldValue> value = input.value(oneOf.field());
            return value.isPresent() && oneOf.values().stream().anyMatch(wanted -> equal(value.get(), wanted));
        }
        if (condition instanceof Condition.Present present) {
            return input.value(present.field()).isPresent();
        }
        if (condition instanceof Condition.Has has) {
            return input.value(has.field())
                    .filter(value -> value instanceof FieldValue.Text text && has(text.value(), has))
                    .isPresent();
        }
        if (condition instanceof Condition.Words words) {
            return input.finds(words.text());
        }
        if (condition instanceof Condition.Changed changed) {
            return input.changes().stream()
                    .anyMatch(change -> change.field().equals(changed.field())
                            && fits(change.before(), changed.from())
                            && fits(change.after(), changed.to()));
        }
        if (condition instanceof Condition.Was was) {
            return was(was, input);
        }
        throw unbound(condition);
    }

    /** The failure of a condition that has not been bound. */
    static IllegalArgumentException unbound(Condition condition) {
        return new IllegalArgumentException("a condition must be bound before it is decided: "
                + condition.getClass().getSimpleName() + " stands for something that only its asker knows");
    }

    private static boolean has(String value, Condition.Has has) {
        String text = Fold.comparable(value);
        String wanted = Fold.comparable(has.text());
        return has.place() == Condition.Place.START ? text.startsWith(wanted) : text.contains(wanted);
    }

    private static boolean fits(Optional<FieldValue> value, Condition.Side side) {
        if (side.absent()) {
            return value.isEmpty();
        }
        return side.value().isEmpty()
                || value.filter(v -> equal(v, side.value().get())).isPresent();
    }

    private static boolean was(Condition.Was was, ConditionInput input) {
        Instant from = was.from().map(point -> fixed(point, was)).orElse(Instant.MIN);
        Instant to = fixed(was.to().orElseThrow(() -> unbound(was)), was);
        Duration length = Duration.ZERO;
        for (Interval interval : input.intervals()) {
            if (interval.kind() == KEPT.get(was.field()) && held(interval, was.value())) {
                Instant begin = interval.from().isAfter(from) ? interval.from() : from;
                Instant end = interval.to().filter(last -> last.isBefore(to)).orElse(to);
                length = begin.isBefore(end) ? length.plus(Duration.between(begin, end)) : length;
            }
        }
        return !length.isZero() && length.compareTo(was.atLeast()) >= 0;
    }

    private static Instant fixed(TimePoint point, Condition condition) {
        if (point instanceof TimePoint.At at) {
            return at.instant();
        }
        throw unbound(condition);
    }

    private static boolean held(Interval interval, FieldValue value) {
        return interval.kind() == Interval.Kind.STATUS
                ? equal(new FieldValue.Text(interval.value()), value)
                : equal(new FieldValue.Id(UUID.fromString(interval.value())), value);
    }

    private static boolean equal(FieldValue value, FieldValue wanted) {
        return compares(value, Condition.Operator.EQUAL, wanted);
    }

    /**
     * Compares a value that a ticket has.
     *
     * @param value the value
     * @param operator how to compare
     * @param wanted what to compare with
     * @return whether the comparison holds; false when the values are of different types
     */
    public static boolean compares(FieldValue value, Condition.Operator operator, FieldValue wanted) {
        if (value instanceof FieldValue.Choices has && wanted instanceof FieldValue.Choices all) {
            return operator == Condition.Operator.EQUAL
                    && !all.names().isEmpty()
                    && has.names().containsAll(all.names());
        }
        OptionalInt order = order(value, wanted);
        if (order.isEmpty()) {
            return false;
        }
        int sign = order.getAsInt();
        return switch (operator) {
            case EQUAL -> sign == 0;
            case BELOW -> sign < 0;
            case AT_MOST -> sign <= 0;
            case ABOVE -> sign > 0;
            case AT_LEAST -> sign >= 0;
        };
    }

    /**
     * Orders two values.
     *
     * @param left one
     * @param right the other
     * @return below, at or above 0; empty when they are of different types or currencies, or their type has no order
     */
    public static OptionalInt order(FieldValue left, FieldValue right) {
        if (left instanceof FieldValue.Text a && right instanceof FieldValue.Text b) {
            return OptionalInt.of(Fold.compare(a.value(), b.value()));
        }
        if (left instanceof FieldValue.Whole a && right instanceof FieldValue.Whole b) {
            return OptionalInt.of(Long.compare(a.value(), b.value()));
        }
        if (left instanceof FieldValue.Decimal a && right instanceof FieldValue.Decimal b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof FieldValue.Money a && right instanceof FieldValue.Money b) {
            return a.currency().equals(b.currency())
                    ? OptionalInt.of(a.amount().compareTo(b.amount()))
                    : OptionalInt.empty();
        }
        if (left instanceof FieldValue.Flag a && right instanceof FieldValue.Flag b) {
            return OptionalInt.of(Boolean.compare(a.value(), b.value()));
        }
        if (left instanceof FieldValue.Moment a && right instanceof FieldValue.Moment b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof FieldValue.Day a && right instanceof FieldValue.Day b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof FieldValue.Id a && right instanceof FieldValue.Id b) {
            return OptionalInt.of(compareUnsigned(a.value(), b.value()));
        }
        if (left instanceof FieldValue.Choice a && right instanceof FieldValue.Choice b) {
            return OptionalInt.of(Integer.compare(a.rank(), b.rank()));
        }
        return OptionalInt.empty();
    }

    /**
     * Orders ids as unsigned bytes, the order that every storage keeps.
     *
     * @param left one
     * @param right the other
     * @return below, at or above 0
     */
    public static int compareUnsigned(UUID left, UUID right) {
        int most = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}

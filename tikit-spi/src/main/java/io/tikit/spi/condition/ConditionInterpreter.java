package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.Ticket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Decides conditions in memory. This is the reference: whatever storage and index answer must agree with it.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConditionInterpreter {
    private ConditionInterpreter() {}

    /**
     * Decides whether a condition holds of a ticket.
     *
     * @param condition a condition that was checked, see {@link ConditionCheck}
     * @param ticket the ticket
     * @return whether it holds
     */
    public static boolean holds(Condition condition, Ticket ticket) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, ticket));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, ticket));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), ticket);
        }
        if (condition instanceof Condition.Compare compare) {
            Optional<FieldValue> value = TicketFieldCatalog.value(ticket, compare.field());
            return value.isPresent() && compares(value.get(), compare.operator(), compare.value());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            Optional<FieldValue> value = TicketFieldCatalog.value(ticket, oneOf.field());
            return value.isPresent()
                    && oneOf.values().stream()
                            .anyMatch(wanted -> compares(value.get(), Condition.Operator.EQUAL, wanted));
        }
        Condition.Present present = (Condition.Present) condition;
        return TicketFieldCatalog.value(ticket, present.field()).isPresent();
    }

    private static boolean compares(FieldValue value, Condition.Operator operator, FieldValue wanted) {
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
     * @return below, at or above 0; empty when they are of different types
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
        return Arrays.compareUnsigned(bytes(left), bytes(right));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}

package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A value of a field, built-in or custom. Absence is never a value.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface FieldValue {
    /**
     * The value as plain text, for people and exports; not for parsing back.
     *
     * @return the text
     */
    String asText();

    /**
     * Text.
     *
     * @param value the text
     */
    record Text(String value) implements FieldValue {
        /** Checks that nothing is null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String asText() {
            return value;
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements FieldValue {
        @Override
        public String asText() {
            return Long.toString(value);
        }
    }

    /**
     * A decimal number, compared by value: 1.0 equals 1.00.
     *
     * @param value the number; trailing zeros are removed
     */
    record Decimal(BigDecimal value) implements FieldValue {
        /** Removes trailing zeros. */
        public Decimal {
            value = value.stripTrailingZeros();
        }

        @Override
        public String asText() {
            return value.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param value whether yes
     */
    record Flag(boolean value) implements FieldValue {
        @Override
        public String asText() {
            return Boolean.toString(value);
        }
    }

    /**
     * A point in time.
     *
     * @param value the instant, cut to milliseconds
     */
    record Moment(Instant value) implements FieldValue {
        /** Cuts to milliseconds. */
        public Moment {
            value = value.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public String asText() {
            return value.toString();
        }
    }

    /**
     * A day without a zone.
     *
     * @param value the day
     */
    record Day(LocalDate value) implements FieldValue {
        /** Checks that nothing is null. */
        public Day {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String asText() {
            return value.toString();
        }
    }

    /**
     * A reference to a user, team or ticket.
     *
     * @param value the id
     */
    record Id(UUID value) implements FieldValue {
        /** Checks that nothing is null. */
        public Id {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String asText() {
            return value.toString();
        }
    }

    /**
     * One of a closed, ordered list, such as a priority.
     *
     * @param name the name of the constant
     * @param rank its place in the order, from 0
     */
    record Choice(String name, int rank) implements FieldValue {
        /** Checks that nothing is null. */
        public Choice {
            Objects.requireNonNull(name, "name");
        }

        /**
         * A constant of an enum whose order of declaration is its order.
         *
         * @param constant the constant
         * @return the choice
         */
        @SuppressWarnings("EnumOrdinal") // the order of declaration is documented as the order of the list
        public static Choice of(Enum<?> constant) {
            return new Choice(constant.name(), constant.ordinal());
        }

        @Override
        public String asText() {
            return name;
        }
    }

    /**
     * Any number of a closed list.
     *
     * @param names the names of the options, sorted, each once
     */
    record Choices(List<String> names) implements FieldValue {
        /** Sorts the names and removes repetitions. */
        public Choices {
            names = names.stream().distinct().sorted().toList();
        }

        @Override
        public String asText() {
            return String.join(", ", names);
        }
    }
}

package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
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
     * An amount of money. Amounts of one currency are compared by value; those of different currencies are neither equal
     * nor below or above.
     *
     * @param amount the number; trailing zeros are removed
     * @param currency the code of ISO 4217, in capital letters
     */
    record Money(BigDecimal amount, String currency) implements FieldValue {
        private static final int MOST_DIGITS = 100;

        /** Removes trailing zeros. */
        public Money {
            amount = amount.stripTrailingZeros();
            Objects.requireNonNull(currency, "currency");
        }

        /**
         * Reads what {@link #asText()} writes.
         *
         * @param text an amount, one blank and a currency, such as {@code 12.50 EUR}
         * @return the money
         * @throws IllegalArgumentException if the text has another form
         */
        public static Money parse(String text) {
            int blank = text.indexOf(' ');
            String currency = text.substring(blank + 1);
            if (blank < 1 || text.length() > MOST_DIGITS || !currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("money is written as an amount and a currency, such as 12.50 EUR");
            }
            return new Money(new BigDecimal(text.substring(0, blank)), currency);
        }

        /**
         * How many digits a currency has after the point.
         *
         * @param currency the code of a currency
         * @return the digits; empty if there is no such currency or it has no coins, as gold has none
         */
        public static OptionalInt digits(String currency) {
            try {
                int digits = Currency.getInstance(currency).getDefaultFractionDigits();
                return digits < 0 ? OptionalInt.empty() : OptionalInt.of(digits);
            } catch (IllegalArgumentException unknown) {
                return OptionalInt.empty();
            }
        }

        @Override
        public String asText() {
            BigDecimal whole = amount.scale() < 0 ? amount.setScale(0) : amount;
            int digits = digits(currency).orElse(0);
            return (whole.scale() < digits ? whole.setScale(digits) : whole).toPlainString() + " " + currency;
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

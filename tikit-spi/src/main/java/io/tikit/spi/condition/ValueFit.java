package io.tikit.spi.condition;

import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings values into the form of a definition and checks them against it. */
final class ValueFit {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private ValueFit() {}

    static FieldValue fit(FieldDefinition field, FieldValue value) {
        return switch (field.kind()) {
            case CHOICE ->
                named(field, value).map(option -> (FieldValue) option.value()).orElse(value);
            case CHOICES ->
                named(field, value)
                        .map(option -> (FieldValue) new FieldValue.Choices(List.of(option.key())))
                        .orElse(value);
            case DECIMAL ->
                value instanceof FieldValue.Whole whole
                        ? new FieldValue.Decimal(BigDecimal.valueOf(whole.value()))
                        : value;
            case MOMENT, DAY, ID -> value instanceof FieldValue.Text text ? parsed(field, text) : value;
            case TEXT, WHOLE, FLAG, ANY -> value;
        };
    }

    private static Optional<FieldOption> named(FieldDefinition field, FieldValue value) {
        if (value instanceof FieldValue.Choice choice) {
            return field.option(choice.name());
        }
        return value instanceof FieldValue.Text text ? field.option(text.value()) : Optional.empty();
    }

    private static FieldValue parsed(FieldDefinition field, FieldValue.Text text) {
        try {
            return switch (field.kind()) {
                case MOMENT -> new FieldValue.Moment(Instant.parse(text.value()));
                case DAY -> new FieldValue.Day(LocalDate.parse(text.value()));
                default -> new FieldValue.Id(UUID.fromString(text.value()));
            };
        } catch (DateTimeException | IllegalArgumentException notOfThisForm) {
            return text;
        }
    }

    static List<Violation> violations(String path, FieldDefinition field, FieldValue value) {
        if (!field.kind().accepts(value)) {
            return List.of(new Violation(
                    path,
                    "wrong_type",
                    "the field '" + field.key() + "' holds " + field.kind() + ", not "
                            + value.getClass().getSimpleName(),
                    Map.of(
                            "wanted",
                            field.kind().toString(),
                            "given",
                            value.getClass().getSimpleName())));
        }
        if (value instanceof FieldValue.Text text
                && field.longest() > 0
                && text.value().length() > field.longest()) {
            int length = text.value().length();
            return List.of(new Violation(
                    path,
                    "too_long",
                    "has " + length + " characters, at most " + field.longest() + " are allowed",
                    Map.of("max", field.longest(), "length", length)));
        }
        return switch (field.kind()) {
            case DECIMAL -> decimal(path, field, ((FieldValue.Decimal) value).value());
            case CHOICE -> choice(path, field, (FieldValue.Choice) value);
            case CHOICES ->
                ((FieldValue.Choices) value)
                        .names().stream()
                                .flatMap(name -> option(path, field, name).stream())
                                .toList();
            default -> List.of();
        };
    }

    private static List<Violation> decimal(String path, FieldDefinition field, BigDecimal value) {
        // Compared before it is scaled: 1E+999999999 must not be written out.
        boolean fits = value.scale() <= field.scale()
                && value.precision() - (long) value.scale() <= 19L - field.scale()
                && inLong(value.movePointRight(field.scale()));
        return fits
                ? List.of()
                : List.of(new Violation(
                        path,
                        "too_precise",
                        "a value of '" + field.key() + "' has at most " + field.scale()
                                + " digits after the point and 19 in all",
                        Map.of("scale", field.scale(), "max", 19)));
    }

    private static boolean inLong(BigDecimal value) {
        return value.compareTo(LARGEST) <= 0 && value.compareTo(SMALLEST) >= 0;
    }

    private static List<Violation> choice(String path, FieldDefinition field, FieldValue.Choice value) {
        return field.option(value.name())
                        .filter(option -> option.rank() != value.rank())
                        .isPresent()
                ? List.of(Violation.of(
                        path, "wrong_rank", "the option '" + value.name() + "' has another rank than " + value.rank()))
                : option(path, field, value.name());
    }

    private static List<Violation> option(String path, FieldDefinition field, String name) {
        Optional<FieldOption> option = field.option(name);
        if (option.isEmpty()) {
            return List.of(Violation.of(
                    path, "unknown_option", "the field '" + field.key() + "' has no option '" + shown(name) + "'"));
        }
        return option.get().retired()
                ? List.of(Violation.of(
                        path, "retired_option", "the option '" + name + "' of '" + field.key() + "' is retired"))
                : List.of();
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}

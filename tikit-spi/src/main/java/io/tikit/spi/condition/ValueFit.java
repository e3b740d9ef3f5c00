package io.tikit.spi.condition;

import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Brings values into the form of a definition and checks them against it. */
final class ValueFit {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private ValueFit() {}

    static FieldValue fit(FieldDefinition field, FieldValue value) {
        return switch (field.kind()) {
            case CHOICE, TREE ->
                named(field, value).map(option -> (FieldValue) option.value()).orElse(value);
            case CHOICES ->
                named(field, value)
                        .map(option -> (FieldValue) new FieldValue.Choices(List.of(option.key())))
                        .orElse(value);
            case DECIMAL ->
                value instanceof FieldValue.Whole whole
                        ? new FieldValue.Decimal(BigDecimal.valueOf(whole.value()))
                        : value;
            case MOMENT, DAY, ID, USER, ORGANISATION, MONEY ->
                value instanceof FieldValue.Text text ? parsed(field, text) : value;
            case TEXT, RICH_TEXT, LINK, REFERENCE, WHOLE, FLAG, ANY -> value;
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
                case MONEY -> FieldValue.Money.parse(text.value());
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
            case CHOICE, TREE -> choice(path, field, (FieldValue.Choice) value);
            case MONEY -> money(path, field, (FieldValue.Money) value);
            case LINK -> link(path, ((FieldValue.Text) value).value());
            case REFERENCE -> reference(path, ((FieldValue.Text) value).value());
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

    private static List<Violation> money(String path, FieldDefinition field, FieldValue.Money value) {
        String currency = value.currency();
        OptionalInt digits = FieldValue.Money.digits(currency);
        if (digits.isEmpty()) {
            return List.of(FieldDefinition.unknownCurrency(path, shown(currency)));
        }
        if (!field.options().isEmpty()) {
            List<Violation> refused = option(path, field, currency);
            if (!refused.isEmpty()) {
                return refused;
            }
        }
        FieldDefinition amount =
                new FieldDefinition(field.key(), FieldKind.DECIMAL, field.label(), 0, digits.getAsInt(), List.of());
        return decimal(path, amount, value.amount());
    }

    private static List<Violation> link(String path, String text) {
        return isLink(text)
                ? List.of()
                : List.of(new Violation(
                        path,
                        "bad_link",
                        "a link begins with http://, https:// or mailto: and has at most "
                                + FieldDefinition.LONGEST_LINK + " characters, without blanks",
                        Map.of("max", FieldDefinition.LONGEST_LINK)));
    }

    private static boolean isLink(String text) {
        if (text.length() > FieldDefinition.LONGEST_LINK) {
            return false;
        }
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return switch (scheme) {
                // Without a user before the host: it is there to mislead people.
                case "http", "https" ->
                    uri.getRawAuthority() != null && !uri.getRawAuthority().contains("@");
                case "mailto" -> uri.getSchemeSpecificPart().indexOf('@') > 0;
                default -> false;
            };
        } catch (URISyntaxException notALink) {
            return false;
        }
    }

    private static List<Violation> reference(String path, String id) {
        boolean fits = !id.isBlank()
                && id.length() <= FieldDefinition.LONGEST_REFERENCE
                && id.chars().noneMatch(Character::isISOControl);
        return fits
                ? List.of()
                : List.of(new Violation(
                        path,
                        "bad_length",
                        "a reference has 1 to " + FieldDefinition.LONGEST_REFERENCE
                                + " characters, not blank and without control characters",
                        Map.of("least", 1, "max", FieldDefinition.LONGEST_REFERENCE, "length", id.length())));
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

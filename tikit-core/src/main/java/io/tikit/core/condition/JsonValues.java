package io.tikit.core.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tikit.api.condition.FieldValue;
import io.tikit.spi.condition.FieldCatalog;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Values of fields in JSON: as plain text, number or boolean where the field tells the rest, else as an object whose
 * member names the type, such as {@code {"decimal": "1.50"}}.
 */
final class JsonValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Beyond this many readers of JSON round whole numbers. */
    private static final long EXACT = 1L << 53;

    private static final int LONGEST_NUMBER = 100;

    private JsonValues() {}

    /** Writes a value so that {@link #read} with the same catalogue reads an equal one. */
    static JsonNode write(String field, FieldValue value, FieldCatalog catalog) {
        Optional<JsonNode> plain = plain(value);
        return plain.filter(node -> read(field, node, catalog).equals(Optional.of(value)))
                .orElseGet(() -> tagged(value));
    }

    private static Optional<JsonNode> plain(FieldValue value) {
        if (value instanceof FieldValue.Whole whole) {
            return Math.abs(whole.value()) <= EXACT && whole.value() != Long.MIN_VALUE
                    ? Optional.of(NODES.numberNode(whole.value()))
                    : Optional.empty();
        }
        if (value instanceof FieldValue.Flag flag) {
            return Optional.of(NODES.booleanNode(flag.value()));
        }
        if (value instanceof FieldValue.Choices choices) {
            var names = NODES.arrayNode();
            choices.names().forEach(names::add);
            return Optional.of(names);
        }
        return value instanceof FieldValue.Decimal ? Optional.empty() : Optional.of(NODES.textNode(value.asText()));
    }

    private static JsonNode tagged(FieldValue value) {
        ObjectNode node = NODES.objectNode();
        if (value instanceof FieldValue.Text text) {
            return node.put("text", text.value());
        }
        if (value instanceof FieldValue.Whole whole) {
            return node.put("whole", Long.toString(whole.value()));
        }
        if (value instanceof FieldValue.Decimal decimal) {
            return node.put("decimal", decimal.value().toString());
        }
        if (value instanceof FieldValue.Money money) {
            return node.put("money", exact(money));
        }
        if (value instanceof FieldValue.Flag flag) {
            return node.put("flag", flag.value());
        }
        if (value instanceof FieldValue.Moment moment) {
            return node.put("instant", moment.value().toString());
        }
        if (value instanceof FieldValue.Day day) {
            return node.put("day", day.value().toString());
        }
        if (value instanceof FieldValue.Id id) {
            return node.put("id", id.value().toString());
        }
        if (value instanceof FieldValue.Choices choices) {
            choices.names().forEach(node.putArray("choices")::add);
            return node;
        }
        FieldValue.Choice choice = (FieldValue.Choice) value;
        return node.put("choice", choice.name()).put("rank", choice.rank());
    }

    /** Money as it can be read again, whatever the size of the amount. */
    static String exact(FieldValue.Money money) {
        return money.amount() + " " + money.currency();
    }

    /** Reads a value; empty if it has no such form. */
    static Optional<FieldValue> read(String field, JsonNode node, FieldCatalog catalog) {
        if (node.isTextual()) {
            return Optional.of(catalog.fit(field, new FieldValue.Text(node.textValue())));
        }
        if (node.isBoolean()) {
            return Optional.of(new FieldValue.Flag(node.booleanValue()));
        }
        if (node.isNumber()) {
            return Optional.of(catalog.fit(
                    field,
                    node.isIntegralNumber() && node.canConvertToLong()
                            ? new FieldValue.Whole(node.longValue())
                            : new FieldValue.Decimal(node.decimalValue())));
        }
        if (node.isArray()) {
            return choices(node);
        }
        try {
            return node.isObject() ? tagged(node) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException notOfThisForm) {
            return Optional.empty();
        }
    }

    private static Optional<FieldValue> choices(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : node) {
            if (!name.isTextual()) {
                return Optional.empty();
            }
            names.add(name.textValue());
        }
        return Optional.of(new FieldValue.Choices(names));
    }

    private static Optional<FieldValue> tagged(JsonNode node) {
        Iterator<String> names = node.fieldNames();
        String tag = names.hasNext() ? names.next() : "";
        if (node.size() == 2
                && node.path("choice").isTextual()
                && node.path("rank").isInt()) {
            return Optional.of(new FieldValue.Choice(
                    node.path("choice").textValue(), node.path("rank").intValue()));
        }
        JsonNode inner = node.path(tag);
        if (node.size() != 1) {
            return Optional.empty();
        }
        if (tag.equals("flag")) {
            return inner.isBoolean() ? Optional.of(new FieldValue.Flag(inner.booleanValue())) : Optional.empty();
        }
        if (tag.equals("choices")) {
            return inner.isArray() ? choices(inner) : Optional.empty();
        }
        return inner.isTextual() ? of(tag, inner.textValue()) : Optional.empty();
    }

    /**
     * Makes a value of a type from its text.
     *
     * @throws IllegalArgumentException if the text has not the form of the type
     * @throws DateTimeException if it names no instant or day
     */
    static Optional<FieldValue> of(String tag, String text) {
        return switch (tag) {
            case "text" -> Optional.of(new FieldValue.Text(text));
            case "whole" -> Optional.of(new FieldValue.Whole(Long.parseLong(text)));
            case "decimal" ->
                text.length() > LONGEST_NUMBER
                        ? Optional.empty()
                        : Optional.of(new FieldValue.Decimal(new BigDecimal(text)));
            case "money" -> Optional.of(FieldValue.Money.parse(text));
            case "instant" -> Optional.of(new FieldValue.Moment(Instant.parse(text)));
            case "day" -> Optional.of(new FieldValue.Day(LocalDate.parse(text)));
            case "id" -> Optional.of(new FieldValue.Id(UUID.fromString(text)));
            default -> Optional.empty();
        };
    }
}

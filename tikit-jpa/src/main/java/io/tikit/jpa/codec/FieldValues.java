package io.tikit.jpa.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tikit.api.condition.FieldValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Field values as compact JSON without loss: an object with one member whose name is a letter for the type. Numbers that
 * JSON readers round, such as decimals, are written as text.
 */
public final class FieldValues {
    /** Shared by all codecs; safe for use by several threads. */
    public static final JsonFactory JSON = new JsonFactory();

    private FieldValues() {}

    /** Writes custom fields; null when there are none. */
    public static @Nullable String write(Map<String, FieldValue> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write custom fields", e);
        }
        return out.toString();
    }

    /** Reads custom fields. */
    public static Map<String, FieldValue> read(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Map<String, FieldValue> fields = new TreeMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                fields.put(name, read(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the custom fields of a ticket are damaged in the database", e);
        }
        return fields;
    }

    /** Writes one value. */
    public static void write(JsonGenerator json, FieldValue value) throws IOException {
        json.writeStartObject();
        if (value instanceof FieldValue.Text text) {
            json.writeStringField("t", text.value());
        } else if (value instanceof FieldValue.Whole whole) {
            json.writeNumberField("w", whole.value());
        } else if (value instanceof FieldValue.Decimal decimal) {
            json.writeStringField("d", decimal.value().toString());
        } else if (value instanceof FieldValue.Money money) {
            json.writeStringField("a", money.amount().toString());
            json.writeStringField("u", money.currency());
        } else if (value instanceof FieldValue.Flag flag) {
            json.writeBooleanField("f", flag.value());
        } else if (value instanceof FieldValue.Moment moment) {
            json.writeStringField("m", moment.value().toString());
        } else if (value instanceof FieldValue.Day day) {
            json.writeStringField("y", day.value().toString());
        } else if (value instanceof FieldValue.Id id) {
            json.writeStringField("i", id.value().toString());
        } else if (value instanceof FieldValue.Choice choice) {
            json.writeStringField("c", choice.name());
            json.writeNumberField("r", choice.rank());
        } else if (value instanceof FieldValue.Choices choices) {
            json.writeArrayFieldStart("s");
            for (String name : choices.names()) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Reads one value; the parser stands at its first token and is left at its last. */
    public static FieldValue read(JsonParser json) throws IOException {
        json.nextToken();
        return readNamed(json);
    }

    /** Reads one value; the parser stands at the name of its kind and is left at its last token. */
    public static FieldValue readNamed(JsonParser json) throws IOException {
        String kind = String.valueOf(json.currentName());
        json.nextToken();
        FieldValue value = switch (kind) {
            case "t" -> new FieldValue.Text(json.getText());
            case "w" -> new FieldValue.Whole(json.getLongValue());
            case "d" -> new FieldValue.Decimal(new BigDecimal(json.getText()));
            case "f" -> new FieldValue.Flag(json.getBooleanValue());
            case "m" -> new FieldValue.Moment(Instant.parse(json.getText()));
            case "y" -> new FieldValue.Day(LocalDate.parse(json.getText()));
            case "i" -> new FieldValue.Id(UUID.fromString(json.getText()));
            case "a" -> money(json);
            case "c" -> choice(json);
            case "s" -> choices(json);
            default -> throw new IOException("unknown kind of value '" + kind + "'");
        };
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw new IOException("a value of kind '" + kind + "' does not end");
        }
        return value;
    }

    private static FieldValue money(JsonParser json) throws IOException {
        BigDecimal amount = new BigDecimal(json.getText());
        json.nextToken();
        json.nextToken();
        return new FieldValue.Money(amount, json.getText());
    }

    private static FieldValue choice(JsonParser json) throws IOException {
        String name = json.getText();
        json.nextToken();
        json.nextToken();
        return new FieldValue.Choice(name, json.getIntValue());
    }

    private static FieldValue choices(JsonParser json) throws IOException {
        List<String> names = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            names.add(json.getText());
        }
        return new FieldValue.Choices(names);
    }
}

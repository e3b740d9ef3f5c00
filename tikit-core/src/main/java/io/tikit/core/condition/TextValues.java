package io.tikit.core.condition;

import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.InvalidException;
import io.tikit.spi.condition.FieldCatalog;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values in the text form: bare where the field tells the rest, in quotes, or under the name of their type. */
final class TextValues {
    private static final Set<String> TAGS = Set.of("whole", "decimal", "instant", "day", "id", "text", "money");

    private TextValues() {}

    /** Reads a value. */
    static FieldValue read(TextTokens in, FieldInfo field, FieldCatalog catalog) {
        int from = in.position();
        if (in.peek() == '"') {
            FieldValue.Text quoted = new FieldValue.Text(in.quoted());
            return catalog.fit(field.key(), quoted);
        }
        String bare = in.value();
        if (bare.isEmpty()) {
            throw ConditionText.syntax(from, 1, "expected a value");
        }
        try {
            FieldValue value = in.take("(") ? tagged(in, bare) : bare(field, bare, catalog);
            return value;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ConditionText.wrong(from, in.position() - from, "bad_value", "this is no value of '" + bare + "'");
        }
    }

    private static FieldValue bare(FieldInfo field, String bare, FieldCatalog catalog) {
        FieldKind kind = field.kind();
        if (kind == FieldKind.FLAG || kind == FieldKind.ANY) {
            if (bare.equals("true") || bare.equals("false")) {
                return new FieldValue.Flag(bare.equals("true"));
            }
        }
        if (kind == FieldKind.WHOLE || kind == FieldKind.ANY) {
            if (bare.matches("-?\\d{1,18}")) {
                return new FieldValue.Whole(Long.parseLong(bare));
            }
        }
        if (kind == FieldKind.DECIMAL) {
            return JsonValues.of("decimal", bare).orElseThrow(IllegalArgumentException::new);
        }
        if (kind.isChosen()) {
            for (FieldOption option : field.definition().options()) {
                if (option.key().equalsIgnoreCase(bare)) {
                    return catalog.fit(field.key(), new FieldValue.Text(option.key()));
                }
            }
        }
        return catalog.fit(field.key(), new FieldValue.Text(bare));
    }

    private static FieldValue tagged(TextTokens in, String tag) {
        Optional<FieldValue> value;
        if (tag.equals("choices")) {
            List<String> names = new ArrayList<>();
            while (in.peek() == '"') {
                names.add(in.quoted());
                in.take(",");
            }
            value = Optional.of(new FieldValue.Choices(names));
        } else if (tag.equals("choice")) {
            String name = in.quoted();
            in.expect(",");
            value = Optional.of(new FieldValue.Choice(name, Integer.parseInt(in.value())));
        } else if (tag.equals("flag")) {
            value = Optional.of(new FieldValue.Flag(Boolean.parseBoolean(in.value())));
        } else {
            value = TAGS.contains(tag)
                    ? JsonValues.of(tag, in.peek() == '"' ? in.quoted() : in.value())
                    : Optional.empty();
        }
        in.expect(")");
        return value.orElseThrow(IllegalArgumentException::new);
    }

    /** Writes a value so that {@link #read} reads an equal one. */
    static String print(FieldInfo field, FieldValue value, FieldCatalog catalog) {
        String plain =
                value instanceof FieldValue.Choice choice ? choice.name().toLowerCase(java.util.Locale.ROOT) : "";
        if (value instanceof FieldValue.Choice && reads(plain, field, value, catalog)) {
            return plain;
        }
        if (!(value instanceof FieldValue.Decimal)) {
            for (String form : List.of(value.asText(), TextTokens.quote(value.asText()))) {
                if (reads(form, field, value, catalog)) {
                    return form;
                }
            }
        }
        return tag(value);
    }

    private static boolean reads(String form, FieldInfo field, FieldValue value, FieldCatalog catalog) {
        boolean quoted = form.startsWith("\"");
        if (!quoted && (!form.matches("[\\p{L}0-9_][\\p{L}0-9_:.-]*") || TextWriter.isReserved(form))) {
            return false;
        }
        try {
            TextTokens tokens = new TextTokens(form);
            return read(tokens, field, catalog).equals(value) && tokens.atEnd();
        } catch (InvalidException notOfThisForm) {
            return false;
        }
    }

    private static String tag(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return "text(" + TextTokens.quote(text.value()) + ")";
        }
        if (value instanceof FieldValue.Whole whole) {
            return "whole(" + whole.value() + ")";
        }
        if (value instanceof FieldValue.Decimal decimal) {
            return "decimal(" + decimal.value() + ")";
        }
        if (value instanceof FieldValue.Money money) {
            return "money(" + TextTokens.quote(JsonValues.exact(money)) + ")";
        }
        if (value instanceof FieldValue.Flag flag) {
            return "flag(" + flag.value() + ")";
        }
        if (value instanceof FieldValue.Moment moment) {
            return "instant(" + moment.value() + ")";
        }
        if (value instanceof FieldValue.Day day) {
            return "day(" + day.value() + ")";
        }
        if (value instanceof FieldValue.Id id) {
            return "id(" + id.value() + ")";
        }
        if (value instanceof FieldValue.Choices choices) {
            return "choices("
                    + String.join(
                            ",", choices.names().stream().map(TextTokens::quote).toList()) + ")";
        }
        FieldValue.Choice choice = (FieldValue.Choice) value;
        return "choice(" + TextTokens.quote(choice.name()) + "," + choice.rank() + ")";
    }
}

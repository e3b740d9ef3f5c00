package io.tikit.core.form;

import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.spi.condition.FieldCatalog;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Values written as text, as documents and conversions have them. */
public final class FieldTexts {
    private static final int LONGEST_NUMBER = 60;

    private FieldTexts() {}

    /** The value of a field that a text stands for; the text itself where it stands for none, which no field then takes. */
    public static FieldValue read(FieldCatalog fields, String field, String text) {
        FieldKind kind = fields.find(field).map(FieldInfo::kind).orElse(FieldKind.ANY);
        Optional<FieldValue> value = switch (kind) {
            case WHOLE, DECIMAL -> number(kind, text.strip());
            case FLAG -> flag(text.strip().toLowerCase(Locale.ROOT));
            case CHOICES ->
                Optional.of(new FieldValue.Choices(Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()));
            case CHOICE, TREE -> option(fields, field, text.strip());
            case TEXT, RICH_TEXT, LINK, REFERENCE, ANY -> Optional.empty();
            case MOMENT, DAY, ID, USER, ORGANISATION, MONEY ->
                Optional.of(fields.fit(field, new FieldValue.Text(text.strip())));
        };
        return value.orElseGet(() -> new FieldValue.Text(text));
    }

    private static Optional<FieldValue> number(FieldKind kind, String text) {
        try {
            if (text.length() > LONGEST_NUMBER) {
                return Optional.empty();
            }
            return Optional.of(
                    kind == FieldKind.WHOLE
                            ? new FieldValue.Whole(Long.parseLong(text))
                            : new FieldValue.Decimal(new BigDecimal(text)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<FieldValue> flag(String text) {
        return text.equals("true") || text.equals("false")
                ? Optional.of(new FieldValue.Flag(text.equals("true")))
                : Optional.empty();
    }

    /** By the key or, where only one option has it, the label. */
    private static Optional<FieldValue> option(FieldCatalog fields, String field, String text) {
        var options = fields.find(field).orElseThrow().definition().options();
        Optional<FieldOption> named = options.stream()
                .filter(option -> option.key().equals(text))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> option.key().equalsIgnoreCase(text))
                        .findFirst());
        if (named.isEmpty()) {
            var labelled = options.stream()
                    .filter(option -> option.label().equals(text))
                    .toList();
            named = labelled.size() == 1 ? Optional.of(labelled.get(0)) : Optional.empty();
        }
        return named.map(FieldOption::value);
    }
}

package io.tikit.core.configuration;

import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.error.Violation;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Custom fields of tickets. The key and label of a field are those of its document. */
final class FieldDocuments implements ConfigurationKind<FieldDefinition> {
    static final String KIND = "field";
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_OPTIONS = 500;

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public FieldDefinition read(BodyReader body) {
        FieldKind kind = body.choice("type", FieldKind.class, FieldKind.TEXT);
        int longest = (int) body.whole("longest", 0, FieldDefinition.LONG, FieldDefinition.longest(kind));
        int scale = (int) body.whole("scale", 0, 9, kind == FieldKind.DECIMAL ? 2 : 0);
        List<FieldOption> options = body.objects(
                "options",
                MOST_OPTIONS,
                option -> new FieldOption(
                        option.text("key", FieldDefinition.LONGEST_PATH),
                        (int) option.whole("rank", 0, 1_000_000, 0),
                        option.text("label", LONGEST_LABEL),
                        option.flag("retired", false)));
        String source = body.optionalText("source", LONGEST_KEY).orElse("");
        FieldDefinition field =
                new FieldDefinition(body.id().key(), kind, body.label(), longest, scale, options, source);
        for (Violation v : field.violations()) {
            body.finding(v.path().equals("kind") ? "type" : v.path(), v.key(), v.message(), v.parameters());
        }
        return field;
    }

    @Override
    public Map<String, Object> write(FieldDefinition field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", field.kind().name().toLowerCase(Locale.ROOT));
        if (field.longest() > 0) {
            body.put("longest", (long) field.longest());
        }
        if (field.kind() == FieldKind.DECIMAL) {
            body.put("scale", (long) field.scale());
        }
        if (!field.options().isEmpty()) {
            List<Object> options = new ArrayList<>();
            for (FieldOption option : field.options()) {
                Map<String, Object> written = new LinkedHashMap<>();
                written.put("key", option.key());
                written.put("rank", (long) option.rank());
                written.put("label", option.label());
                if (option.retired()) {
                    written.put("retired", true);
                }
                options.add(written);
            }
            body.put("options", options);
        }
        if (!field.source().isEmpty()) {
            body.put("source", field.source());
        }
        return body;
    }

    /** Tickets keep values in the form of the definition, so what gives them their meaning stays. */
    @Override
    public List<Violation> check(FieldDefinition field, Optional<FieldDefinition> before) {
        List<Violation> found = new ArrayList<>();
        if (before.isEmpty()) {
            return found;
        }
        FieldDefinition old = before.get();
        if (old.kind() != field.kind()) {
            found.add(Violation.of(
                    "type",
                    "type_fixed",
                    "the type of a field stays " + old.kind().name().toLowerCase(Locale.ROOT)
                            + "; make another field and move the values there"));
            return found;
        }
        if (field.scale() < old.scale()) {
            found.add(Violation.of("scale", "scale_fixed", "tickets may hold values with " + old.scale() + " digits"));
        }
        if (!old.source().equals(field.source())) {
            found.add(Violation.of(
                    "source",
                    "source_fixed",
                    "tickets hold ids of '" + old.source() + "', which mean nothing elsewhere"));
        }
        // Money without a list takes every currency.
        boolean all = field.kind() == FieldKind.MONEY && field.options().isEmpty();
        for (FieldOption option : all ? List.<FieldOption>of() : old.options()) {
            Optional<FieldOption> now = field.option(option.key());
            if (now.isEmpty()) {
                found.add(Violation.of(
                        "options",
                        "option_gone",
                        "tickets may hold the option '" + option.key() + "'; retire it instead of leaving it out"));
            } else if (now.get().rank() != option.rank()) {
                found.add(Violation.of(
                        "options", "rank_fixed", "the rank of '" + option.key() + "' stays " + option.rank()));
            }
        }
        return found;
    }
}

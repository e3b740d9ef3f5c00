package io.tikit.core.form;

import io.tikit.api.Channel;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.configuration.FieldAware;
import io.tikit.core.form.FormDefinition.Deed;
import io.tikit.core.form.FormDefinition.Effect;
import io.tikit.core.form.FormDefinition.Line;
import io.tikit.core.form.FormDefinition.Required;
import io.tikit.core.form.FormDefinition.Rule;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Forms of tickets. */
public final class FormDocuments implements FieldAware<FormDefinition> {
    private static final String FIELD = "field";
    private static final int LONGEST_CONDITION = 4_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FIELD = 60;
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_OPTION = 200;
    private static final int MOST_FIELDS = 500;
    private static final int MOST_RULES = 200;
    private static final int MOST_EFFECTS = 50;
    private static final int MOST_OPTIONS = 500;
    private static final int MOST_ROLES = 20;
    private static final int MOST_CHANNELS = 20;

    @Override
    public String name() {
        return FormDefinition.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public FormDefinition read(BodyReader body) {
        return new FormDefinition(
                types(body),
                body.has("incomplete")
                        ? Set.copyOf(body.texts("incomplete", MOST_CHANNELS, LONGEST_NAME))
                        : Set.of(Channel.MAIL.key()),
                body.objects("fields", MOST_FIELDS, FormDocuments::line),
                body.objects("rules", MOST_RULES, FormDocuments::rule));
    }

    private static Set<TicketType> types(BodyReader body) {
        Set<TicketType> types = new TreeSet<>();
        Map<String, TicketType> known =
                Arrays.stream(TicketType.values()).collect(Collectors.toMap(FormDocuments::name, type -> type));
        List<String> names = body.texts("types", known.size(), LONGEST_NAME);
        for (int i = 0; i < names.size(); i++) {
            TicketType type = known.get(names.get(i));
            if (type == null) {
                body.finding(
                        "types[" + i + "]",
                        "one_of",
                        "must be one of " + new TreeSet<>(known.keySet()),
                        Map.of("known", List.copyOf(new TreeSet<>(known.keySet()))));
            } else {
                types.add(type);
            }
        }
        return types;
    }

    private static Line line(BodyReader body) {
        return new Line(
                body.text("field", LONGEST_FIELD),
                body.flag("hidden", false),
                body.has("required") ? body.choice("required", Required.class, Required.NEVER) : Required.NEVER,
                body.flag("readOnly", false),
                body.optionalText("value", LONGEST_VALUE).orElse(""));
    }

    private static Rule rule(BodyReader body) {
        return new Rule(
                body.optionalText("name", LONGEST_NAME).orElse(""),
                Set.copyOf(body.texts("roles", MOST_ROLES, LONGEST_NAME)),
                body.optionalText("saved", LONGEST_CONDITION).orElse(""),
                body.optionalText("when", LONGEST_CONDITION).orElse(""),
                body.objects("then", MOST_EFFECTS, FormDocuments::effect),
                body.flag("stop", false));
    }

    private static Effect effect(BodyReader body) {
        return new Effect(
                body.choice("do", Deed.class, Deed.SHOW),
                body.text("field", LONGEST_FIELD),
                body.texts("options", MOST_OPTIONS, LONGEST_OPTION),
                body.optionalText("value", LONGEST_VALUE).orElse(""));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> write(FormDefinition form) {
        Map<String, Object> body = new LinkedHashMap<>();
        List<Object> types = new ArrayList<>();
        form.types().stream().sorted().forEach(type -> types.add(name(type)));
        body.put("types", types);
        body.put(
                "incomplete",
                new ArrayList<Object>(form.incomplete().stream().sorted().toList()));
        body.put(
                "fields",
                new ArrayList<Object>(
                        form.fields().stream().map(FormDocuments::write).toList()));
        body.put(
                "rules",
                new ArrayList<Object>(
                        form.rules().stream().map(FormDocuments::write).toList()));
        return body;
    }

    private static Map<String, Object> write(Line line) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("field", line.field());
        putIf(line.hidden(), body, "hidden", true);
        putIf(line.required() != Required.NEVER, body, "required", name(line.required()));
        putIf(line.readOnly(), body, "readOnly", true);
        putIf(!line.value().isEmpty(), body, "value", line.value());
        return body;
    }

    private static Map<String, Object> write(Rule rule) {
        Map<String, Object> body = new LinkedHashMap<>();
        putIf(!rule.name().isEmpty(), body, "name", rule.name());
        putIf(
                !rule.roles().isEmpty(),
                body,
                "roles",
                new ArrayList<Object>(rule.roles().stream().sorted().toList()));
        putIf(!rule.saved().isEmpty(), body, "saved", rule.saved());
        putIf(!rule.when().isEmpty(), body, "when", rule.when());
        List<Object> effects = new ArrayList<>();
        for (Effect effect : rule.effects()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("do", name(effect.deed()));
            one.put("field", effect.field());
            putIf(!effect.options().isEmpty(), one, "options", new ArrayList<Object>(effect.options()));
            putIf(!effect.value().isEmpty(), one, "value", effect.value());
            effects.add(one);
        }
        body.put("then", effects);
        putIf(rule.stop(), body, "stop", true);
        return body;
    }

    private static void putIf(boolean there, Map<String, Object> body, String name, Object value) {
        if (there) {
            body.put(name, value);
        }
    }

    @Override
    public List<Violation> check(FormDefinition form, FieldCatalog fields) {
        return FormFindings.of(form, fields);
    }

    /** A field on a form stays in use, or the form would change by itself. */
    @Override
    public List<Reference> references(FormDefinition form) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < form.fields().size(); i++) {
            String path = "fields[" + i + "].field";
            Optional<String> key =
                    TicketFieldCatalog.customKey(form.fields().get(i).field());
            key.ifPresent(custom -> references.add(new Reference.ToDocument(path, new DocumentKey(FIELD, custom))));
        }
        return references;
    }

    /** Whether a field can stand on a form. */
    static boolean isForForms(String field) {
        return FieldChanges.BUILT_IN.contains(field) || field.startsWith(TicketFields.CUSTOM_PREFIX);
    }
}

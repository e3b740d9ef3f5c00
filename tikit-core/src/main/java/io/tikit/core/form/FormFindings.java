package io.tikit.core.form;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Need;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.condition.ConditionText;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a form on a desk with these fields. */
final class FormFindings {
    /** Forms are asked within the unit of work, over the ticket alone. */
    static final ConditionUse USE = ConditionUse.of("form", Need.STATE);

    private final FieldCatalog fields;
    private final List<Violation> found = new ArrayList<>();
    private final Set<String> lines = new HashSet<>();

    private FormFindings(FieldCatalog fields) {
        this.fields = fields;
    }

    static List<Violation> of(FormDefinition form, FieldCatalog fields) {
        FormFindings findings = new FormFindings(fields);
        for (int i = 0; i < form.fields().size(); i++) {
            findings.line("fields[" + i + "]", form.fields().get(i));
        }
        for (int i = 0; i < form.rules().size(); i++) {
            findings.rule("rules[" + i + "]", form.rules().get(i));
        }
        return findings.found;
    }

    private void add(String path, String key, String message, Map<String, Object> parameters) {
        found.add(new Violation(path, key, message, parameters));
    }

    private void line(String path, FormDefinition.Line line) {
        String field = line.field();
        if (field.isEmpty()) {
            return;
        }
        if (!FormDocuments.isForForms(field) || fields.strict().find(field).isEmpty()) {
            add(
                    path + ".field",
                    "unknown_field",
                    "there is no field '" + field + "' for forms",
                    Map.of("field", field));
            return;
        }
        if (!lines.add(field)) {
            add(path + ".field", "twice", "the field '" + field + "' is there twice", Map.of("name", field));
        }
        // A ticket is nothing without these, so that nobody could open one.
        if (line.hidden() && field.equals(TicketFields.SUBJECT.key())) {
            add(path + ".hidden", "cannot_hide", "every ticket needs '" + field + "'", Map.of("field", field));
        }
        value(path + ".value", field, line.value());
    }

    private void rule(String path, FormDefinition.Rule rule) {
        condition(path + ".saved", rule.saved());
        condition(path + ".when", rule.when());
        for (String role : rule.roles()) {
            if (!DocumentKey.isKey(role)) {
                add(path + ".roles", "unknown_role", "there is no role '" + role + "'", Map.of("role", role));
            }
        }
        for (int i = 0; i < rule.effects().size(); i++) {
            effect(path + ".then[" + i + "]", rule.effects().get(i));
        }
    }

    private void condition(String path, String text) {
        try {
            Condition condition = ConditionText.parse(text, fields);
            for (Violation v : ConditionCheck.violations(condition, USE, fields.strict())) {
                add(path, v.key(), v.message(), v.parameters());
            }
        } catch (InvalidException e) {
            e.violations().forEach(v -> add(path, v.key(), v.message(), v.parameters()));
        }
    }

    private void effect(String path, FormDefinition.Effect effect) {
        String field = effect.field();
        if (field.isEmpty()) {
            return;
        }
        if (!lines.contains(field)) {
            add(path + ".field", "not_on_form", "the form has no field '" + field + "'", Map.of("field", field));
            return;
        }
        boolean limits = effect.deed() == FormDefinition.Deed.LIMIT;
        boolean gives = effect.deed() == FormDefinition.Deed.DEFAULT;
        if (effect.deed() == FormDefinition.Deed.HIDE && field.equals(TicketFields.SUBJECT.key())) {
            add(path + ".do", "cannot_hide", "every ticket needs '" + field + "'", Map.of("field", field));
        }
        if (limits == effect.options().isEmpty()) {
            add(path + ".options", limits ? "required" : "not_needed", "options belong to a limit", Map.of());
        } else if (limits) {
            options(path + ".options", field, effect.options());
        }
        if (gives == effect.value().isEmpty()) {
            add(path + ".value", gives ? "required" : "not_needed", "a value belongs to a default", Map.of());
        } else if (gives) {
            value(path + ".value", field, effect.value());
        }
    }

    private void options(String path, String field, List<String> options) {
        FieldDefinition definition =
                fields.find(field).map(FieldInfo::definition).orElseThrow();
        if (!definition.kind().isChosen() && definition.kind() != FieldKind.MONEY) {
            add(path, "no_options", "the field '" + field + "' has no options to choose from", Map.of("field", field));
            return;
        }
        boolean anything =
                definition.kind() == FieldKind.MONEY && definition.options().isEmpty();
        for (int i = 0; i < options.size(); i++) {
            if (!anything && definition.option(options.get(i)).isEmpty()) {
                add(
                        path + "[" + i + "]",
                        "unknown_option",
                        "the field '" + field + "' has no option '" + options.get(i) + "'",
                        Map.of("name", options.get(i)));
            }
        }
    }

    private void value(String path, String field, String text) {
        if (text.isEmpty()) {
            return;
        }
        FieldValue value = FieldTexts.read(fields, field, text);
        Optional<String> custom = TicketFieldCatalog.customKey(field);
        boolean builtIn = custom.isEmpty()
                && fields.find(field)
                        .filter(known -> known.kind().accepts(value))
                        .isPresent()
                && !field.equals(TicketFields.TYPE.key())
                && FieldChanges.set(field, value).isPresent();
        if (custom.isPresent()) {
            found.addAll(fields.violations(path, custom.get(), value));
        } else if (!builtIn) {
            add(path, "bad_value", "this is no default for '" + field + "'", Map.of("field", field));
        }
    }
}

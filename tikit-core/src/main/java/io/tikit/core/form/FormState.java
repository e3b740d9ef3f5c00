package io.tikit.core.form;

import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.spi.condition.FieldCatalog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form is for a ticket and whoever edits it.
 *
 * @param form the key of the form; empty if the desk has none for the type
 * @param version the version of its document
 * @param incomplete the channels by which new tickets may come without what is required
 * @param lines its fields by key, in their order, hidden ones too
 * @param ticket the ticket as it is being edited, with the defaults
 * @param defaults the changes that give a new ticket its defaults
 */
public record FormState(
        Optional<String> form,
        long version,
        Set<String> incomplete,
        Map<String, Line> lines,
        Ticket ticket,
        List<TicketChange> defaults) {
    public FormState {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        defaults = List.copyOf(defaults);
    }

    /**
     * A field.
     *
     * @param limit what may be chosen; empty for every option
     */
    public record Line(
            FieldInfo field, boolean shown, boolean required, boolean readOnly, Optional<List<String>> limit) {
        /** The options that can be chosen now. */
        public List<FieldOption> options() {
            return field.definition().options().stream()
                    .filter(option -> !option.retired() && offers(option.key()))
                    .toList();
        }

        /** Whether an option can be chosen, a node of a tree with all below it. */
        boolean offers(String option) {
            return limit.isEmpty()
                    || limit.get().stream().anyMatch(key -> option.equals(key) || option.startsWith(key + "/"));
        }

        /** Whether a value can be set in place of another. */
        boolean offers(FieldValue value, Optional<FieldValue> before) {
            if (value instanceof FieldValue.Choice choice) {
                return offers(choice.name());
            }
            if (value instanceof FieldValue.Choices choices) {
                List<String> had = before.filter(FieldValue.Choices.class::isInstance)
                        .map(old -> ((FieldValue.Choices) old).names())
                        .orElse(List.of());
                return choices.names().stream().allMatch(name -> had.contains(name) || offers(name));
            }
            return !(value instanceof FieldValue.Money money) || offers(money.currency());
        }
    }

    /** Whether the form lets a ticket have the field at all. */
    boolean has(String field) {
        return lines.containsKey(field);
    }

    /** A copy in which fields are shown and required, as a transition demands whatever the form says. */
    public FormState requiring(Set<String> more, FieldCatalog fields) {
        return with(more, true, fields);
    }

    /** A copy in which fields can be given, since a transition needs them whatever the form says. */
    public FormState opening(Set<String> more, FieldCatalog fields) {
        return with(more, false, fields);
    }

    private FormState with(Set<String> more, boolean demanded, FieldCatalog fields) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, Line> all = new LinkedHashMap<>(lines);
        for (String field : more) {
            Optional<List<String>> limit = Optional.ofNullable(lines.get(field)).flatMap(Line::limit);
            boolean required = demanded
                    || Optional.ofNullable(lines.get(field))
                            .filter(Line::required)
                            .isPresent();
            fields.find(field).ifPresent(info -> all.put(field, new Line(info, true, required, false, limit)));
        }
        return new FormState(form, version, incomplete, all, ticket, defaults);
    }
}

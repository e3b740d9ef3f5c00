package io.tikit.core.form;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds changes to what a form is. Pure. */
public final class FormCheck {
    private FormCheck() {}

    /** Whether a ticket has nothing in a field: no value, a blank text, or none of several choices. */
    public static boolean isAbsent(Ticket ticket, String field) {
        return TicketFieldCatalog.value(ticket, field)
                .filter(value ->
                        !(value instanceof FieldValue.Text text && text.value().isBlank()))
                .filter(value -> !(value instanceof FieldValue.Choices choices
                        && choices.names().isEmpty()))
                .isEmpty();
    }

    /**
     * What the form refuses of a new ticket.
     *
     * @param state the form for the ticket with all changes
     * @param given what the caller set
     * @param writable which fields the caller may write; of others nothing is demanded
     */
    public static List<Violation> created(
            FormState state, List<TicketChange> given, FieldCatalog fields, Predicate<String> writable) {
        List<Violation> found = new ArrayList<>();
        for (String field : named(given)) {
            change(state, field, Optional.empty(), state.ticket(), fields).ifPresent(found::add);
        }
        state.lines().forEach((field, line) -> {
            if (isDemanded(state, field) && writable.test(field)) {
                found.add(required(line));
            }
        });
        return found;
    }

    /**
     * What the form refuses of a change. What was missing before does not stop a change of other things than the form's.
     *
     * @param was the form for the ticket as it is
     * @param state the form for the ticket with all changes
     */
    public static List<Violation> updated(
            FormState was, FormState state, List<TicketChange> given, FieldCatalog fields, Predicate<String> writable) {
        List<Violation> found = new ArrayList<>();
        Ticket before = was.ticket();
        boolean touched = false;
        for (String field : named(given)) {
            if (TicketFieldCatalog.value(before, field).equals(TicketFieldCatalog.value(state.ticket(), field))) {
                continue;
            }
            touched |= state.has(field);
            change(state, field, Optional.of(before), state.ticket(), fields).ifPresent(found::add);
        }
        boolean all = touched;
        state.lines().forEach((field, line) -> {
            boolean old = isDemanded(was, field);
            if (isDemanded(state, field) && (all || !old) && writable.test(field)) {
                found.add(required(line));
            }
        });
        return found;
    }

    /** The fields that changes speak of, each once, the form's and others. */
    public static Set<String> named(List<TicketChange> changes) {
        Set<String> named = new LinkedHashSet<>();
        changes.forEach(change -> named.add(change.field()));
        return named;
    }

    private static boolean isDemanded(FormState state, String field) {
        FormState.Line line = state.lines().get(field);
        return line != null && line.shown() && line.required() && !line.readOnly() && isAbsent(state.ticket(), field);
    }

    private static Optional<Violation> change(
            FormState state, String field, Optional<Ticket> before, Ticket after, FieldCatalog fields) {
        FormState.Line line = state.lines().get(field);
        if (line == null) {
            // A key that nobody has defined is nobody's business, and of built-in fields a form need not speak.
            boolean defined = field.startsWith(TicketFields.CUSTOM_PREFIX)
                    && state.form().isPresent()
                    && fields.strict().find(field).isPresent();
            return defined ? Optional.of(refused(field, "not_on_form", "is not on the form")) : Optional.empty();
        }
        if (!line.shown()) {
            return Optional.of(refused(field, "field_hidden", "is not shown for such a ticket"));
        }
        if (line.readOnly()) {
            return Optional.of(refused(field, "field_read_only", "cannot be changed on such a ticket"));
        }
        return TicketFieldCatalog.value(after, field)
                .filter(value -> !line.offers(value, before.flatMap(old -> TicketFieldCatalog.value(old, field))))
                .map(value -> refused(field, "option_not_offered", "does not offer this option for such a ticket"));
    }

    private static Violation refused(String field, String key, String why) {
        return new Violation(field, key, "the field '" + field + "' " + why, Map.of("field", field));
    }

    private static Violation required(FormState.Line line) {
        String label = line.field().definition().label();
        return new Violation(
                line.field().key(),
                "required",
                "the field '" + line.field().key() + "' must have a value",
                Map.of("field", line.field().key(), "label", label));
    }

    /** Why the caller cannot change a field that is shown; empty if the form lets it be changed. */
    public static List<Violation> refusals(FormState state, String field) {
        FormState.Line line = state.lines().get(field);
        return line != null && line.readOnly()
                ? List.of(refused(field, "field_read_only", "cannot be changed on such a ticket"))
                : List.of();
    }

    /** The same of any field, hidden ones and those that are not on the form too. */
    public static List<Violation> refusalsOfAny(FormState state, String field, FieldCatalog fields) {
        FormState.Line line = state.lines().get(field);
        return line != null && line.shown()
                ? refusals(state, field)
                : change(state, field, Optional.empty(), state.ticket(), fields).stream()
                        .toList();
    }
}

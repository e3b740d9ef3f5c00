package io.tikit.core.suggestion;

import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.storage.UnitOfWork;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The fields for which values are suggested, and the way between values and the texts that classifiers know. Pure. */
final class SuggestedValues {
    private SuggestedValues() {}

    static boolean isSuggestable(String field, FieldCatalog fields) {
        return field.equals(TicketFields.PRIORITY.key())
                || field.equals(TicketFields.CATEGORY.key())
                || (TicketFieldCatalog.customKey(field).isPresent()
                        && fields.find(field)
                                .filter(info -> info.definition().kind() == FieldKind.CHOICE)
                                .isPresent());
    }

    static Violation notSuggestable(String path, String field) {
        return new Violation(
                path,
                "not_suggestable",
                "values are suggested for priority, category and custom fields with options, not for '" + field + "'",
                Map.of("field", field));
    }

    static Violation notTaken(String field, String value) {
        return new Violation(
                "suggestion",
                "value_not_taken",
                "the field '" + field + "' does not take the value '" + value + "', or not any more",
                Map.of("field", field, "value", value));
    }

    /**
     * What gives a field a value that was suggested; empty if the field does not take it, or not any more.
     *
     * @param inUse tells whether a category is there and takes tickets
     */
    static Optional<TicketChange> change(String field, String value, Snapshot snapshot, Predicate<CategoryId> inUse) {
        if (field.equals(TicketFields.CATEGORY.key())) {
            return category(value).filter(inUse).map(TicketChange.SetCategory::new);
        }
        if (field.equals(TicketFields.PRIORITY.key())) {
            return Arrays.stream(Priority.values())
                    .filter(priority -> priority.name().equals(value))
                    .findFirst()
                    .map(TicketChange.SetPriority::new);
        }
        return TicketFieldCatalog.customKey(field).flatMap(key -> {
            FieldValue fitted = snapshot.fields().fit(field, new FieldValue.Text(value));
            boolean fits = fitted instanceof FieldValue.Choice
                    && !snapshot.isRetiredField(key)
                    && snapshot.fields().violations(field, key, fitted).isEmpty();
            return fits ? Optional.of(new TicketChange.SetField(key, fitted)) : Optional.empty();
        });
    }

    private static Optional<CategoryId> category(String value) {
        try {
            return Optional.of(new CategoryId(UUID.fromString(value)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a category is there and takes tickets. */
    static boolean isInUse(UnitOfWork unit, CategoryId id) {
        return unit.categories().find(id).filter(found -> !found.retired()).isPresent();
    }

    /** What takes a field back to what it is without a suggestion. */
    static TicketChange undo(String field) {
        if (field.equals(TicketFields.CATEGORY.key())) {
            return new TicketChange.ClearCategory();
        }
        return field.equals(TicketFields.PRIORITY.key())
                ? new TicketChange.SetPriority(Priority.MEDIUM)
                : new TicketChange.ClearField(
                        TicketFieldCatalog.customKey(field).orElseThrow());
    }

    /** The text of a value. */
    static String text(FieldValue value) {
        return value instanceof FieldValue.Choice choice ? choice.name() : value.asText();
    }

    /** The text of the value that a ticket has. */
    static Optional<String> text(Ticket ticket, String field) {
        return TicketFieldCatalog.value(ticket, field).map(SuggestedValues::text);
    }
}

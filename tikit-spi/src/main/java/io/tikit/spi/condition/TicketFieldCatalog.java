package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of a ticket: their kinds, and how to read them from a value in memory.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TicketFieldCatalog {
    private static final Pattern CUSTOM_KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private record BuiltIn(FieldKind kind, Function<TicketSummary, Optional<FieldValue>> read) {}

    private static final Map<String, BuiltIn> BUILT_IN = Map.ofEntries(
            Map.entry(
                    TicketFields.NUMBER.key(),
                    new BuiltIn(FieldKind.WHOLE, t -> Optional.of(new FieldValue.Whole(t.serial())))),
            Map.entry(
                    TicketFields.SUBJECT.key(),
                    new BuiltIn(FieldKind.TEXT, t -> Optional.of(new FieldValue.Text(t.subject())))),
            Map.entry(TicketFields.TYPE.key(), new BuiltIn(FieldKind.CHOICE, t -> choice(t.type()))),
            Map.entry(TicketFields.PRIORITY.key(), new BuiltIn(FieldKind.CHOICE, t -> choice(t.priority()))),
            Map.entry(
                    TicketFields.STATUS.key(),
                    new BuiltIn(
                            FieldKind.TEXT,
                            t -> Optional.of(new FieldValue.Text(t.status().key())))),
            Map.entry(TicketFields.STATE.key(), new BuiltIn(FieldKind.CHOICE, t -> choice(t.state()))),
            Map.entry(
                    TicketFields.REQUESTER.key(),
                    new BuiltIn(
                            FieldKind.ID,
                            t -> Optional.of(new FieldValue.Id(t.requester().value())))),
            Map.entry(
                    TicketFields.SUBMITTER.key(),
                    new BuiltIn(FieldKind.ID, t -> t.submitter().map(id -> new FieldValue.Id(id.value())))),
            Map.entry(
                    TicketFields.TEAM.key(),
                    new BuiltIn(FieldKind.ID, t -> t.team().map(id -> new FieldValue.Id(id.value())))),
            Map.entry(
                    TicketFields.ASSIGNEE.key(),
                    new BuiltIn(FieldKind.ID, t -> t.assignee().map(id -> new FieldValue.Id(id.value())))),
            Map.entry(
                    TicketFields.CATEGORY.key(),
                    new BuiltIn(FieldKind.ID, t -> t.category().map(id -> new FieldValue.Id(id.value())))),
            Map.entry(
                    TicketFields.ORGANISATION.key(),
                    new BuiltIn(FieldKind.ID, t -> t.organisation().map(id -> new FieldValue.Id(id.value())))),
            Map.entry(
                    TicketFields.CREATED.key(),
                    new BuiltIn(FieldKind.MOMENT, t -> Optional.of(new FieldValue.Moment(t.createdAt())))),
            Map.entry(
                    TicketFields.UPDATED.key(),
                    new BuiltIn(FieldKind.MOMENT, t -> Optional.of(new FieldValue.Moment(t.updatedAt())))),
            Map.entry(
                    TicketFields.RESOLVED.key(),
                    new BuiltIn(FieldKind.MOMENT, t -> t.resolvedAt().map(FieldValue.Moment::new))));

    private TicketFieldCatalog() {}

    /**
     * The kind of a field.
     *
     * @param key the key, with its prefix when the field is custom
     * @return the kind, or empty if there is no such field
     */
    public static Optional<FieldKind> kind(String key) {
        BuiltIn builtIn = BUILT_IN.get(key);
        if (builtIn != null) {
            return Optional.of(builtIn.kind());
        }
        return customKey(key).map(k -> FieldKind.ANY);
    }

    /**
     * The key of a custom field without the prefix.
     *
     * @param key the key with its prefix
     * @return the key within the ticket's custom fields; empty if it is not a well-formed custom key
     */
    public static Optional<String> customKey(String key) {
        if (!key.startsWith(TicketFields.CUSTOM_PREFIX)) {
            return Optional.empty();
        }
        String custom = key.substring(TicketFields.CUSTOM_PREFIX.length());
        return CUSTOM_KEY.matcher(custom).matches() ? Optional.of(custom) : Optional.empty();
    }

    /**
     * Reads a field.
     *
     * @param ticket the ticket
     * @param key the key of the field
     * @return its value, or empty if it has none or there is no such field
     */
    public static Optional<FieldValue> value(Ticket ticket, String key) {
        BuiltIn builtIn = BUILT_IN.get(key);
        if (builtIn != null) {
            return builtIn.read().apply(ticket.summary());
        }
        return customKey(key).flatMap(ticket::field);
    }

    private static Optional<FieldValue> choice(Enum<?> value) {
        return Optional.of(FieldValue.Choice.of(value));
    }
}

package io.tikit.api.form;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves the values of one custom field into another one, a bounded number of tickets at a time, because the type of a field
 * does not change. Needs the permission to change the configuration. Each value is taken by its text, replaced where the
 * mapping says so, and read as a value of the other field. A ticket whose other field has a value keeps both, and one whose
 * value cannot be read keeps it where it is. Give it again with {@link FieldMigration#next()} until that is empty; what was
 * moved is not moved again.
 *
 * @param from the key of the field, without prefix
 * @param to the key of the other field, which is not retired
 * @param mapping texts of values with the texts that stand for them in the other field; others stand for themselves
 * @param dryRun whether to count alone and to write nothing
 * @param after the last ticket of the step before; empty for the first step
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record MigrateField(
        String from, String to, Map<String, String> mapping, boolean dryRun, Optional<TicketId> after)
        implements Command<FieldMigration> {
    /** Copies the mapping. */
    public MigrateField {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        mapping = Map.copyOf(mapping);
        Objects.requireNonNull(after, "after");
    }

    /**
     * The first step without a mapping.
     *
     * @param from the key of the field
     * @param to the key of the other field
     * @return the command
     */
    public static MigrateField of(String from, String to) {
        return new MigrateField(from, to, Map.of(), false, Optional.empty());
    }

    /**
     * With texts that stand for others.
     *
     * @param texts by the texts of values
     * @return a copy
     */
    public MigrateField mapping(Map<String, String> texts) {
        return new MigrateField(from, to, texts, dryRun, after);
    }

    /**
     * Without writing anything.
     *
     * @return a copy
     */
    public MigrateField dry() {
        return new MigrateField(from, to, mapping, true, after);
    }

    /**
     * The step that goes on behind a ticket.
     *
     * @param last what the step before says
     * @return a copy
     */
    public MigrateField from(TicketId last) {
        return new MigrateField(from, to, mapping, dryRun, Optional.of(last));
    }

    /** Without the texts, which are values of tickets. */
    @Override
    public String toString() {
        return "MigrateField " + from + " to " + to;
    }
}

package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Fact;
import io.tikit.api.form.FieldMigration;
import io.tikit.api.form.MigrateField;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.form.FieldTexts;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.TicketFieldCatalog;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves values from one custom field into another, so many tickets in a unit as units may hold. */
final class MigrateFieldHandler implements CommandHandler<MigrateField, FieldMigration> {
    private static final int STEP = 100;
    private static final int MOST_MAPPINGS = 1_000;

    private final TicketEditor editor;
    private final CustomFields fields;
    private final Snapshots snapshots;

    @Inject
    MigrateFieldHandler(TicketEditor editor, CustomFields fields, Snapshots snapshots) {
        this.editor = editor;
        this.fields = fields;
        this.snapshots = snapshots;
    }

    @Override
    public Class<MigrateField> type() {
        return MigrateField.class;
    }

    @Override
    public void check(MigrateField command, Violations violations) {
        if (command.from().equals(command.to())) {
            violations.add("to", "same_field", "the values are there already");
        }
        if (command.mapping().size() > MOST_MAPPINGS) {
            violations.add(
                    "mapping",
                    "too_many",
                    "at most " + MOST_MAPPINGS + " texts stand for others",
                    Map.of("max", MOST_MAPPINGS));
        }
    }

    @Override
    public FieldMigration handle(MigrateField command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.CONFIGURATION);
        Snapshot snapshot = snapshots.of(execution);
        Violations found = new Violations();
        require("from", command.from(), snapshot, found);
        require("to", command.to(), snapshot, found);
        if (snapshot.isRetiredField(command.to())) {
            found.add("to", "retired_field", "the field '" + command.to() + "' is retired");
        }
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        List<Ticket> page = execution.unit().tickets().scan(command.after(), STEP);
        Step step = new Step();
        for (Ticket seen : page) {
            if (seen.field(command.from()).isPresent()) {
                Optional<Ticket> ticket = command.dryRun()
                        ? Optional.of(seen)
                        : execution.unit().tickets().lock(seen.id());
                ticket.ifPresent(one -> move(command, one, snapshot, execution, step));
            }
        }
        Optional<TicketId> next = page.size() < STEP
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).id());
        return new FieldMigration(page.size(), step.moved, step.kept, step.refused, next);
    }

    private static void require(String path, String key, Snapshot snapshot, Violations found) {
        String field = TicketFields.CUSTOM_PREFIX + key;
        if (TicketFieldCatalog.customKey(field).isEmpty()
                || snapshot.fields().strict().find(field).isEmpty()) {
            found.add(path, "unknown_field", "there is no field '" + key + "'", Map.of("field", key));
        }
    }

    private static final class Step {
        private int moved;
        private final List<TicketId> kept = new ArrayList<>();
        private final Map<TicketId, List<Violation>> refused = new LinkedHashMap<>();
    }

    private void move(MigrateField command, Ticket ticket, Snapshot snapshot, Execution execution, Step step) {
        Optional<FieldValue> value = ticket.field(command.from());
        if (value.isEmpty()) {
            return;
        }
        if (ticket.field(command.to()).isPresent()) {
            step.kept.add(ticket.id());
            return;
        }
        String text = value.get().asText();
        FieldValue read = FieldTexts.read(
                snapshot.fields(),
                TicketFields.CUSTOM_PREFIX + command.to(),
                command.mapping().getOrDefault(text, text));
        Violations against = new Violations();
        List<TicketChange> changes = new ArrayList<>(
                fields.fitted(List.of(new TicketChange.SetField(command.to(), read)), execution, against));
        if (!against.isEmpty()) {
            step.refused.put(ticket.id(), against.all());
            return;
        }
        step.moved++;
        if (!command.dryRun()) {
            changes.add(new TicketChange.ClearField(command.from()));
            Fact why = new Fact(
                    "migration", "from." + TicketFields.CUSTOM_PREFIX + command.from(), Optional.of(value.get()));
            editor.change(ticket, changes, List.of(why), execution);
        }
    }
}

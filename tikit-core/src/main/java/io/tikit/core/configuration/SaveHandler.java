package io.tikit.core.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.List;

/** Makes documents and writes their next versions. */
final class SaveHandler implements CommandHandler<SaveDocument, Document> {
    private final DocumentChanger changer;
    private final Kinds kinds;
    private final Snapshots snapshots;

    @Inject
    SaveHandler(DocumentChanger changer, Kinds kinds, Snapshots snapshots) {
        this.changer = changer;
        this.kinds = kinds;
        this.snapshots = snapshots;
    }

    @Override
    public Class<SaveDocument> type() {
        return SaveDocument.class;
    }

    /** All of it depends on the kind and on other documents, and is found together when these are at hand. */
    @Override
    public void check(SaveDocument command, Violations violations) {}

    @Override
    public Document handle(SaveDocument command, Prepared prepared, Execution execution) {
        List<Document> written = changer.change(execution, EventTypes.CONFIGURATION_SAVED, before -> {
            DocumentChanger.expect(before, command.id(), command.expected());
            return List.of(draft(command, before, kinds));
        });
        return written.isEmpty() ? DocumentChanger.present(snapshots.of(execution), command.id()) : written.get(0);
    }

    static Draft draft(SaveDocument command, Snapshot before, Kinds kinds) {
        if (before.find(command.id()).filter(item -> item.document().retired()).isPresent()) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    Violation.of("id", "retired", "document " + command.id() + " is retired; restore it first"));
        }
        return new Draft(
                "",
                command.id(),
                new DocumentContent(command.label(), command.parent(), false, command.body()),
                kinds.format(command.id()));
    }
}

package io.tikit.core.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.RollbackDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.EventTypes;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.List;

/** Goes back to earlier versions. */
final class RollbackHandler implements CommandHandler<RollbackDocument, Document> {
    private final DocumentChanger changer;
    private final Snapshots snapshots;

    @Inject
    RollbackHandler(DocumentChanger changer, Snapshots snapshots) {
        this.changer = changer;
        this.snapshots = snapshots;
    }

    @Override
    public Class<RollbackDocument> type() {
        return RollbackDocument.class;
    }

    @Override
    public void check(RollbackDocument command, Violations violations) {}

    @Override
    public Document handle(RollbackDocument command, Prepared prepared, Execution execution) {
        List<Document> written = changer.change(execution, EventTypes.CONFIGURATION_ROLLED_BACK, before -> {
            DocumentChanger.present(before, command.id());
            DocumentChanger.expect(before, command.id(), command.expected());
            Document earlier = execution
                    .unit()
                    .configuration()
                    .version(command.id(), command.toVersion())
                    .orElseThrow(() -> new NotFoundException(
                            ErrorCode.DOCUMENT_NOT_FOUND,
                            "document " + command.id() + " has no version " + command.toVersion()));
            return List.of(new Draft(
                    "", command.id(), earlier.content(), earlier.stamp().format()));
        });
        return written.isEmpty() ? DocumentChanger.present(snapshots.of(execution), command.id()) : written.get(0);
    }
}

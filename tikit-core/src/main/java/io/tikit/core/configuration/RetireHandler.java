package io.tikit.core.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.event.EventTypes;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.List;

/** Takes documents out of use and up again. */
final class RetireHandler implements CommandHandler<RetireDocument, Document> {
    private final DocumentChanger changer;
    private final Kinds kinds;
    private final Snapshots snapshots;

    @Inject
    RetireHandler(DocumentChanger changer, Kinds kinds, Snapshots snapshots) {
        this.changer = changer;
        this.kinds = kinds;
        this.snapshots = snapshots;
    }

    @Override
    public Class<RetireDocument> type() {
        return RetireDocument.class;
    }

    @Override
    public void check(RetireDocument command, Violations violations) {}

    @Override
    public Document handle(RetireDocument command, Prepared prepared, Execution execution) {
        List<Document> written = changer.change(execution, EventTypes.CONFIGURATION_RETIRED, before -> {
            Document present = DocumentChanger.present(before, command.id());
            DocumentChanger.expect(before, command.id(), command.expected());
            return List.of(new Draft(
                    "", command.id(), present.content().withRetired(command.retired()), kinds.format(command.id())));
        });
        return written.isEmpty() ? DocumentChanger.present(snapshots.of(execution), command.id()) : written.get(0);
    }
}

package io.tikit.core.configuration;

import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The set-up of a desk as it would be with drafts, held to the same checks as when they were saved. Writes nothing. */
public final class DraftSnapshots {
    private final Kinds kinds;
    private final Snapshots snapshots;

    @Inject
    DraftSnapshots(Kinds kinds, Snapshots snapshots) {
        this.kinds = kinds;
        this.snapshots = snapshots;
    }

    /**
     * Makes it.
     *
     * @param drafts what would be saved
     * @param without what would be retired; what is not there is left out already
     * @param stamp who would do it
     */
    public Snapshot of(
            UnitOfWork unit, List<SaveDocument> drafts, Collection<DocumentKey> without, DocumentStamp stamp) {
        Snapshot present = snapshots.of(unit, false);
        List<Draft> all = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            SaveDocument draft = drafts.get(i);
            all.add(new Draft(
                    "drafts[" + i + "].",
                    draft.id(),
                    new DocumentContent(draft.label(), draft.parent(), false, draft.body()),
                    kinds.format(draft.id())));
        }
        for (DocumentKey id : without) {
            present.find(id)
                    .map(item -> item.document().content().withRetired(true))
                    .ifPresent(content -> all.add(new Draft("without.", id, content, kinds.format(id))));
        }
        Violations found = new Violations();
        Collection<Item> changed =
                new DraftCheck(kinds, present, unit, stamp, found).changes(all).values();
        found.throwIfAny(ErrorCode.INVALID_QUERY);
        return present.with(present.revision(), changed);
    }
}

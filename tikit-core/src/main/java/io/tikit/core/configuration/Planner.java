package io.tikit.core.configuration;

import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.configuration.PlannedChange;
import io.tikit.api.configuration.PlannedChange.Action;
import io.tikit.api.error.ErrorCode;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what would have to change so that a desk is set up as a text says. */
final class Planner {
    private final Kinds kinds;

    Planner(Kinds kinds) {
        this.kinds = kinds;
    }

    ConfigurationPlan plan(String text, Snapshot present, UnitOfWork unit, DocumentStamp stamp) {
        Violations found = new Violations();
        List<Draft> drafts = new ArrayList<>(ExportText.read(text, found));
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        Set<DocumentKey> said = new HashSet<>();
        drafts.forEach(draft -> said.add(draft.id()));
        for (Item item : present.items().values()) {
            if (!said.contains(item.id()) && item.inUse()) {
                DocumentContent content = item.document().content().withRetired(true);
                drafts.add(new Draft(item.id() + ".", item.id(), content, kinds.format(item.id())));
            }
        }
        Map<DocumentKey, Item> changed = new DraftCheck(kinds, present, unit, stamp, found).changes(drafts);
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        List<PlannedChange> changes = new ArrayList<>();
        changed.forEach((id, item) -> {
            Optional<DocumentContent> before =
                    present.find(id).map(old -> old.document().content());
            DocumentContent after = item.document().content();
            changes.add(
                    new PlannedChange(action(before, after), id, before, after, Differences.between(before, after)));
        });
        int unchanged = (int) present.items().keySet().stream()
                .filter(id -> !changed.containsKey(id))
                .count();
        return new ConfigurationPlan(present.revision(), changes, unchanged);
    }

    private static Action action(Optional<DocumentContent> before, DocumentContent after) {
        if (before.isEmpty()) {
            return Action.CREATE;
        }
        if (before.get().retired() == after.retired()) {
            return Action.UPDATE;
        }
        return after.retired() ? Action.RETIRE : Action.RESTORE;
    }
}

package io.tikit.core.ticket;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds values of custom fields to their definitions. A key that the desk has not defined holds what anybody likes.
 */
final class CustomFields {
    private final Snapshots snapshots;

    @Inject
    CustomFields(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The changes with values in the form of their fields; looks at the configuration only if one sets a field. */
    List<TicketChange> fitted(List<TicketChange> changes, Execution execution, Violations found) {
        if (changes.stream().noneMatch(TicketChange.SetField.class::isInstance)) {
            return changes;
        }
        Snapshot snapshot = snapshots.of(execution);
        List<TicketChange> fitted = new ArrayList<>(changes.size());
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetField set) {
                String path = TicketFields.CUSTOM_PREFIX + set.key();
                FieldValue value = snapshot.fields().fit(path, set.value());
                if (snapshot.isRetiredField(set.key())) {
                    found.add(path, "retired_field", "the field '" + set.key() + "' is retired");
                } else {
                    found.addAll(snapshot.fields().violations(path, set.key(), value));
                }
                fitted.add(new TicketChange.SetField(set.key(), value));
            } else {
                fitted.add(change);
            }
        }
        return fitted;
    }
}

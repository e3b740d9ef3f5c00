package io.tikit.api.workflow;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import java.util.Objects;

/**
 * A status of a workflow, as the caller sees it called.
 *
 * @param status its key, which never changes
 * @param state what it means to the engine
 * @param label what it is called; the key if the workflow says nothing else
 * @param retired whether no ticket gets it any more; tickets that have it keep it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record StatusInfo(Status status, State state, String label, boolean retired) {
    /** Checks that nothing is null. */
    public StatusInfo {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(label, "label");
    }
}

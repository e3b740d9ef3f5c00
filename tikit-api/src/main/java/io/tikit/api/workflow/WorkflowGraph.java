package io.tikit.api.workflow;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Status;
import java.util.List;
import java.util.Objects;

/**
 * A workflow as a graph.
 *
 * @param key the key of the workflow
 * @param initial the status of a new ticket
 * @param reopened the status of a ticket that wants attention again
 * @param statuses the statuses in the order of the workflow, retired ones included
 * @param transitions the ways between them, in the order of the statuses where they begin; a way from anywhere is there once
 *     for each status
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record WorkflowGraph(
        String key, Status initial, Status reopened, List<StatusInfo> statuses, List<TransitionInfo> transitions) {
    /** Copies the lists. */
    public WorkflowGraph {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(initial, "initial");
        Objects.requireNonNull(reopened, "reopened");
        statuses = List.copyOf(statuses);
        transitions = List.copyOf(transitions);
    }
}

package io.tikit.core.workflow;

import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;

/**
 * A status of a workflow.
 *
 * @param status its key
 * @param state what it means to the engine
 * @param label how agents call it; empty for the desk's own text of the key
 * @param customerLabel how customers see it called; empty for the same as agents
 * @param retired whether no ticket gets it any more
 */
public record Step(Status status, State state, String label, String customerLabel, boolean retired) {
    /** How somebody sees it called; empty for the desk's own text of the key. */
    public String labelFor(boolean worksOnTickets) {
        return worksOnTickets || customerLabel.isEmpty() ? label : customerLabel;
    }

    static Step of(Status status, State state) {
        return new Step(status, state, "", "", false);
    }
}

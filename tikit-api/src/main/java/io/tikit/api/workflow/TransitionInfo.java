package io.tikit.api.workflow;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Status;
import java.util.Objects;

/**
 * A way from one status to another. What is asked for on it is told by
 * {@link io.tikit.api.ticket.Tickets#actionsFor} for each ticket.
 *
 * @param from where it begins
 * @param to where it leads
 * @param label what taking it is called; empty if the workflow says nothing
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TransitionInfo(Status from, Status to, String label) {
    /** Checks that nothing is null. */
    public TransitionInfo {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(label, "label");
    }
}

package io.tikit.core.workflow;

import static io.tikit.api.ticket.Status.CLOSED;
import static io.tikit.api.ticket.Status.IN_PROGRESS;
import static io.tikit.api.ticket.Status.NEW;
import static io.tikit.api.ticket.Status.OPEN;
import static io.tikit.api.ticket.Status.PENDING;
import static io.tikit.api.ticket.Status.RESOLVED;

import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Statuses, their states, and where each may lead. Immutable and pure.
 *
 * @param states what each status means to the engine
 * @param transitions where each status may lead
 * @param initial the status of a new ticket
 * @param reopened the status of a ticket that wants attention again
 */
public record Workflow(
        Map<Status, State> states, Map<Status, Set<Status>> transitions, Status initial, Status reopened) {
    /** The six statuses that every desk begins with (REQ-TM-015). A ticket never becomes new again. */
    public static final Workflow DEFAULT = new Workflow(
            Map.of(
                    NEW, State.NEW,
                    OPEN, State.OPEN,
                    PENDING, State.PENDING,
                    IN_PROGRESS, State.IN_PROGRESS,
                    RESOLVED, State.RESOLVED,
                    CLOSED, State.CLOSED),
            Map.of(
                    NEW, Set.of(OPEN, PENDING, IN_PROGRESS, RESOLVED, CLOSED),
                    OPEN, Set.of(PENDING, IN_PROGRESS, RESOLVED, CLOSED),
                    PENDING, Set.of(OPEN, IN_PROGRESS, RESOLVED, CLOSED),
                    IN_PROGRESS, Set.of(OPEN, PENDING, RESOLVED, CLOSED),
                    RESOLVED, Set.of(OPEN, IN_PROGRESS, PENDING, CLOSED),
                    CLOSED, Set.of(OPEN)),
            NEW,
            OPEN);

    public Optional<State> state(Status status) {
        return Optional.ofNullable(states.get(status));
    }

    public boolean allows(Status from, Status to) {
        return from.equals(to) || transitions.getOrDefault(from, Set.of()).contains(to);
    }
}

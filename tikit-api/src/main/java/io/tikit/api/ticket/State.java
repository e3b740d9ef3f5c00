package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What the engine reasons on. Every status of a desk's workflow maps to one state, in the order of a ticket's life.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum State {
    /** Nobody has looked at it. */
    NEW(true),
    /** Seen, and waiting for an agent. */
    OPEN(true),
    /** Waiting for somebody else. */
    PENDING(true),
    /** An agent works on it. */
    IN_PROGRESS(true),
    /** Solved, and the requester may object. */
    RESOLVED(false),
    /** Over. */
    CLOSED(false);

    private final boolean open;

    State(boolean open) {
        this.open = open;
    }

    /**
     * Tells whether something is still to be done.
     *
     * @return true for all but resolved and closed
     */
    public boolean isOpen() {
        return open;
    }
}

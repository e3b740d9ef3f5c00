package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How a unit of work relates to transactions.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum UnitMode {
    /** Only reads; each statement sees what is committed when it runs. Needs no commit. */
    READ,
    /** A transaction of its own. */
    OWN,
    /**
     * Part of the host's active transaction: a savepoint is set at the beginning; commit flushes and keeps the savepoint's
     * work in the host's hands; closing without commit rolls back to the savepoint. Reads see the host's own writes.
     */
    JOINED
}

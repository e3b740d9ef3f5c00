package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a script engine can do. It has all of them unless it says otherwise; the contract kit tests each that it has, and
 * that it refuses what it leaves out. All of them bound a script in time.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ScriptCapability {
    /**
     * Counts steps, and ends a script after so many, always at the same place. Without it a run with a limit of steps is
     * refused with NOT_SUPPORTED.
     */
    STEPS,
    /**
     * Ends a script that holds too much memory. Without it a run with a limit of memory is refused with NOT_SUPPORTED.
     */
    MEMORY,
    /** Finds all problems of a source at once. Without it, it finds at least the first one. */
    ALL_PROBLEMS
}

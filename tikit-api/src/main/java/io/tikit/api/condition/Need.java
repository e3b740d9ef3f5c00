package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What must be at hand to decide a condition. Each use of conditions says what it takes and refuses the rest when a
 * condition is saved, see {@link ConditionUse}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum Need {
    /** The ticket as it stands. */
    STATE,
    /** An event: what it changed. */
    CHANGE,
    /** How long the ticket was in which status, team and hands. */
    HISTORY,
    /** The search index. */
    TEXT,
    /** What the host said about its own objects; in memory alone. */
    HOST
}

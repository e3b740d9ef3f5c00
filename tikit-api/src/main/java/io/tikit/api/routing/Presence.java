package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Whether an agent is there for new tickets.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum Presence {
    /** Not at work. */
    OFFLINE,
    /** At work, but not for new tickets. */
    AWAY,
    /** There for new tickets. */
    ONLINE
}

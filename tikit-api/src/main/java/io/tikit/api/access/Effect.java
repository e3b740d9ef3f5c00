package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a grant or a rule does. What is neither allowed nor denied is not permitted; what is both is denied.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum Effect {
    /** Gives. */
    ALLOW,
    /** Takes away, whatever gives. */
    DENY
}

package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Where somebody stands between invitation and leaving (REQ-UM-004). Constants are only ever added at the end.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum UserState {
    /** Has been asked to come and has not answered yet. */
    INVITED,
    /** May do what their role allows. */
    ACTIVE,
    /** May do nothing for a while; their work stays theirs. */
    SUSPENDED,
    /** Has left; their open work was handed over, what they wrote stays theirs. */
    DEACTIVATED
}

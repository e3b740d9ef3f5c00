package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Whose turn it is when something fails.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ErrorCategory {
    /** The caller gave something that cannot be accepted. */
    INVALID,
    /** The caller may not do this. */
    NOT_PERMITTED,
    /** It does not exist, or the caller may not know that it does. */
    NOT_FOUND,
    /** Somebody else was faster, or the name is taken. */
    CONFLICT,
    /** A limit is reached. */
    LIMIT,
    /** A part that is needed is down, closed or busy. */
    UNAVAILABLE,
    /** A plugin or the engine failed. */
    INTERNAL
}

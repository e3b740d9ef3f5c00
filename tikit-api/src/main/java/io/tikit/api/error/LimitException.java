package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * A limit is reached.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class LimitException extends TikitException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param code a code of category LIMIT
     * @param message which limit, how much of it is used
     */
    public LimitException(ErrorCode code, String message) {
        super(code, message, null);
    }
}

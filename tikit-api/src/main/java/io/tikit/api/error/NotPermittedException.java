package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * The caller may not do this.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class NotPermittedException extends TikitException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param code a code of category NOT_PERMITTED
     * @param message who may not do what
     */
    public NotPermittedException(ErrorCode code, String message) {
        super(code, message, null);
    }
}

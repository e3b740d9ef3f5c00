package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * It does not exist, or the caller may not know that it does: the two are not told apart.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class NotFoundException extends TikitException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param code a code of category NOT_FOUND
     * @param message what was looked for
     */
    public NotFoundException(ErrorCode code, String message) {
        super(code, message, null);
    }
}

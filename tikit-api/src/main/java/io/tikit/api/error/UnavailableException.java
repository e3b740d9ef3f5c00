package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import org.jspecify.annotations.Nullable;

/**
 * A part that is needed is down, closed or busy.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class UnavailableException extends TikitException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param code a code of category UNAVAILABLE
     * @param message which part, and what to do
     * @param cause what led to it, or null
     */
    public UnavailableException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}

package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import org.jspecify.annotations.Nullable;

/**
 * The engine itself failed: a defect worth a report.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InternalException extends TikitException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was going on
     * @param cause what led to it, or null
     */
    public InternalException(String message, @Nullable Throwable cause) {
        super(ErrorCode.INTERNAL_ERROR, message, cause);
    }
}

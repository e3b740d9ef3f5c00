package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of every failure that the engine reports. When a command throws, nothing of it was written.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public abstract sealed class TikitException extends RuntimeException
        permits NotFoundException,
                NotPermittedException,
                InvalidException,
                ConflictException,
                LimitException,
                UnavailableException,
                PluginException,
                InternalException {
    private static final long serialVersionUID = 1L;

    /** The stable name of the failure. */
    private final ErrorCode code;

    /**
     * For the members of the family.
     *
     * @param code the stable name
     * @param message what happened, which value, what to do; never message bodies or secrets; the code is put before it
     * @param cause what led to it, or null
     */
    protected TikitException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(code, "code") + ": " + message, cause);
        this.code = code;
    }

    /**
     * The stable name of the failure.
     *
     * @return the code
     */
    public final ErrorCode code() {
        return code;
    }

    /**
     * Whose turn it is.
     *
     * @return the category of the code
     */
    public final ErrorCategory category() {
        return code.category();
    }

    /**
     * Tells whether the very same call may succeed later.
     *
     * @return whether a retry may help
     */
    public final boolean isRetryable() {
        return code.isRetryable();
    }
}

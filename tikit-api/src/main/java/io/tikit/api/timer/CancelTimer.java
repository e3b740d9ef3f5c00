package io.tikit.api.timer;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Takes a timer back. One that is being done at the same moment is either done or taken back, never half of each.
 *
 * @param handler the name of the handler
 * @param key what the handler calls it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record CancelTimer(String handler, String key) implements Command<Boolean> {
    /** Checks that nothing is null. */
    public CancelTimer {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Takes back the timer of a handler.
     *
     * @param handler the name of the handler
     * @param key what the handler calls it
     * @return the command
     */
    public static CancelTimer of(String handler, String key) {
        return new CancelTimer(handler, key);
    }
}

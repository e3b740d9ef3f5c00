package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How far a script may go.
 *
 * @param time how long it may take; honoured within a second
 * @param steps how many steps it may take, in the measure of the language; with capability STEPS
 * @param bytes how much memory its values may hold, about; with capability MEMORY
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ScriptLimits(Duration time, OptionalLong steps, OptionalLong bytes) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of them is not above zero
     */
    public ScriptLimits {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || steps.orElse(1) < 1 || bytes.orElse(1) < 1) {
            throw new IllegalArgumentException("limits of a script are above zero");
        }
    }

    /**
     * A limit of time alone.
     *
     * @param time how long
     * @return the limits
     */
    public static ScriptLimits of(Duration time) {
        return new ScriptLimits(time, OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * The same with a limit of steps.
     *
     * @param most how many
     * @return a copy
     */
    public ScriptLimits withSteps(long most) {
        return new ScriptLimits(time, OptionalLong.of(most), bytes);
    }

    /**
     * The same with a limit of memory.
     *
     * @param most how many bytes
     * @return a copy
     */
    public ScriptLimits withBytes(long most) {
        return new ScriptLimits(time, steps, OptionalLong.of(most));
    }
}

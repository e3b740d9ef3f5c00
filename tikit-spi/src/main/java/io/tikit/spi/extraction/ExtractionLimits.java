package io.tikit.spi.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Objects;

/**
 * How far an extraction may go. At a limit it ends with what it has.
 *
 * @param characters the most characters of text, counted as UTF-16 units; a pair is not torn
 * @param bytes the most bytes that are read or unpacked, all levels together
 * @param time how long it may take
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ExtractionLimits(int characters, long bytes, Duration time) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of them is not above zero
     */
    public ExtractionLimits {
        Objects.requireNonNull(time, "time");
        if (characters < 1 || bytes < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits of an extraction are above zero");
        }
    }
}

package io.tikit.api.health;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * How the engine is doing at one moment.
 *
 * @param findings every trouble; empty when all is well
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Health(List<HealthFinding> findings) {
    /** Copies the findings. */
    public Health {
        findings = List.copyOf(findings);
    }

    /**
     * The worst of it in one word.
     *
     * @return up without findings, down with a fatal one, degraded otherwise
     */
    public Status status() {
        if (findings.isEmpty()) {
            return Status.UP;
        }
        return findings.stream().anyMatch(f -> f.reason().isFatal()) ? Status.DOWN : Status.DEGRADED;
    }

    /** Health in one word. */
    public enum Status {
        /** All is well. */
        UP,
        /** The desk works, something beside it does not. */
        DEGRADED,
        /** The desk does not work. */
        DOWN
    }
}

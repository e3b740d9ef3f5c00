package io.tikit.api.health;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * One trouble.
 *
 * @param reason its stable name
 * @param subject which part has it, such as the name of a consumer, plugin or tenant
 * @param message what is the matter, in English, without personal data
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record HealthFinding(HealthReason reason, String subject, String message) {
    /** Checks that nothing is null. */
    public HealthFinding {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
    }
}

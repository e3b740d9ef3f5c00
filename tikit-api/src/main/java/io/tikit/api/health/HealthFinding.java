package io.tikit.api.health;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Map;
import java.util.Objects;

/**
 * One trouble.
 *
 * @param reason its stable name
 * @param subject which part has it, such as the name of a consumer, plugin or tenant
 * @param message what is the matter, in English, without personal data
 * @param parameters the values that the message speaks of, such as {@code count}; of the types of
 *     {@link io.tikit.api.error.Violation#parameters()}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record HealthFinding(HealthReason reason, String subject, String message, Map<String, Object> parameters) {
    /** Checks that nothing is null and copies the parameters. */
    public HealthFinding {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        parameters = Map.copyOf(parameters);
    }

    /**
     * A finding without parameters.
     *
     * @param reason its stable name
     * @param subject which part has it
     * @param message what is the matter
     */
    public HealthFinding(HealthReason reason, String subject, String message) {
        this(reason, subject, message, Map.of());
    }
}

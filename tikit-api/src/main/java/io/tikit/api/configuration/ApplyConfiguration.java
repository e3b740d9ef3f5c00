package io.tikit.api.configuration;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * Carries out a plan: all of it in one unit, or nothing. Recorded as {@code configuration.applied}; an empty plan writes
 * and records nothing.
 *
 * @param plan from {@link Configuration#plan}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ApplyConfiguration(ConfigurationPlan plan) implements Command<List<Document>> {
    /** Checks that nothing is null. */
    public ApplyConfiguration {
        Objects.requireNonNull(plan, "plan");
    }
}

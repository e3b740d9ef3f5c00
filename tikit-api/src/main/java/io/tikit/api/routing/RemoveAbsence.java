package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes a planned absence back. The result tells whether there was one.
 *
 * @param agent whose
 * @param absence which
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RemoveAbsence(UserId agent, UUID absence) implements Command<Boolean> {
    /** Checks that nothing is null. */
    public RemoveAbsence {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(absence, "absence");
    }
}

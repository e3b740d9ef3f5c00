package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.FieldChange;
import io.tikit.api.routing.RemoveAbsence;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes absences back. */
final class RemoveAbsenceHandler implements CommandHandler<RemoveAbsence, Boolean> {
    private final ReturnTimers timers;

    @Inject
    RemoveAbsenceHandler(ReturnTimers timers) {
        this.timers = timers;
    }

    @Override
    public Class<RemoveAbsence> type() {
        return RemoveAbsence.class;
    }

    @Override
    public void check(RemoveAbsence command, Violations violations) {
        // An absence that cannot be is none.
    }

    @Override
    public Boolean handle(RemoveAbsence command, Prepared prepared, Execution execution) {
        AgentRules.requireOneselfOr(execution.session(), command.agent());
        boolean removed = execution.unit().routing().remove(command.agent(), command.absence());
        if (removed) {
            AgentRules.record(
                    command.agent(),
                    List.of(new FieldChange(
                            "absence." + command.absence(), Optional.of(new FieldValue.Flag(true)), Optional.empty())),
                    execution);
            timers.cancelled(command.agent(), command.absence(), execution);
        }
        return removed;
    }
}

package io.tikit.core.timer;

import io.tikit.api.access.Permission;
import io.tikit.api.timer.CancelTimer;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;

/** Takes timers back. */
final class CancelTimerHandler implements CommandHandler<CancelTimer, Boolean> {
    @Inject
    CancelTimerHandler() {}

    @Override
    public Class<CancelTimer> type() {
        return CancelTimer.class;
    }

    @Override
    public void check(CancelTimer command, Violations violations) {
        // A key that cannot be is the key of no timer.
    }

    @Override
    public Boolean handle(CancelTimer command, Prepared prepared, Execution execution) {
        Access.requireSeesEverything(execution.session(), Permission.TIMERS);
        return execution.unit().timers().cancel(command.handler(), command.key());
    }
}

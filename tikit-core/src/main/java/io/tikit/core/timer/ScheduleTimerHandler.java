package io.tikit.core.timer;

import io.tikit.api.access.Permission;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.api.timer.Timer;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Schedules timers. */
final class ScheduleTimerHandler implements CommandHandler<ScheduleTimer, Timer> {
    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_PAYLOAD = 4_000;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final TimerHandlers handlers;

    @Inject
    ScheduleTimerHandler(TimerHandlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public Class<ScheduleTimer> type() {
        return ScheduleTimer.class;
    }

    @Override
    public void check(ScheduleTimer command, Violations violations) {
        if (!handlers.names().contains(command.handler())) {
            violations.add(
                    "handler",
                    "unknown_handler",
                    "no plugin of this engine handles timers of '" + command.handler() + "', known are "
                            + handlers.names(),
                    Map.of("handler", command.handler()));
        }
        String key = command.key();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            String form = "1 to " + LONGEST_KEY + " visible characters of ASCII";
            violations.add("key", "bad_name", "a key has " + form, Map.of("form", form));
        }
        if (command.at().isBefore(Instant.EPOCH) || command.at().isAfter(LATEST)) {
            violations.add(
                    "at", "instant_out_of_range", "a timer is due between 1970 and 9999, not at " + command.at());
        }
        violations.body("payload", command.payload(), 0, LONGEST_PAYLOAD);
    }

    @Override
    public Timer handle(ScheduleTimer command, Prepared prepared, Execution execution) {
        Access.requireSeesEverything(execution.session(), Permission.TIMERS);
        return execution.schedule(command.handler(), command.key(), command.at(), command.subject(), command.payload());
    }
}

package io.tikit.core.routing;

import io.tikit.api.routing.Agent;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.SetPresence;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Says whether agents are there. */
final class SetPresenceHandler implements CommandHandler<SetPresence, Agent> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final ReturnTimers timers;

    @Inject
    SetPresenceHandler(ReturnTimers timers) {
        this.timers = timers;
    }

    @Override
    public Class<SetPresence> type() {
        return SetPresence.class;
    }

    @Override
    public void check(SetPresence command, Violations violations) {
        command.lasting()
                .filter(length -> length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0)
                .ifPresent(length -> violations.add(
                        "lasting",
                        "out_of_range",
                        "a presence lasts from " + SHORTEST + " to " + LONGEST + ", not " + length,
                        Map.of("least", SHORTEST.toString(), "most", LONGEST.toString(), "value", length.toString())));
    }

    @Override
    public Agent handle(SetPresence command, Prepared prepared, Execution execution) {
        AgentRules.requireOneselfOr(execution.session(), command.user());
        Agent before = AgentRules.requireSetUp(command.user(), execution);
        Instant now = execution.time().instant();
        Optional<Instant> until =
                command.lasting().map(length -> now.plus(length).truncatedTo(ChronoUnit.MILLIS));
        // What had run out counts as offline, so that coming back is told even if the same is said again.
        Presence shown = before.presenceAt(now);
        Agent after = AgentRules.save(
                Optional.of(with(before, shown, before.until())), with(before, command.presence(), until), execution);
        timers.said(shown, after, execution);
        return after;
    }

    private static Agent with(Agent agent, Presence presence, Optional<Instant> until) {
        return new Agent(agent.user(), presence, until, agent.capacity(), agent.skills(), agent.shifts());
    }
}

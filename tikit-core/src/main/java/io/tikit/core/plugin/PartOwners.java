package io.tikit.core.plugin;

import java.util.Map;
import java.util.Optional;

/**
 * Which plugin brought a part that acts under a name of its own.
 *
 * @param consumers ids of plugins by consumer
 * @param timerHandlers ids of plugins by handler of timers
 * @param interceptors ids of plugins by interceptor
 */
public record PartOwners(
        Map<String, String> consumers, Map<String, String> timerHandlers, Map<String, String> interceptors) {
    public PartOwners {
        consumers = Map.copyOf(consumers);
        timerHandlers = Map.copyOf(timerHandlers);
        interceptors = Map.copyOf(interceptors);
    }

    /** The id of the plugin; empty for consumers of the engine itself. */
    public Optional<String> ofConsumer(String name) {
        return Optional.ofNullable(consumers.get(name));
    }

    /** The id of the plugin; empty for handlers of the engine itself. */
    public Optional<String> ofTimerHandler(String name) {
        return Optional.ofNullable(timerHandlers.get(name));
    }
}

package io.tikit.core.timer;

import io.tikit.core.plugin.PartOwners;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.timer.TimerHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The handlers of this engine, by name: those of plugins and its own. */
@Singleton
public final class TimerHandlers {
    private final Map<String, TimerHandler> byName = new TreeMap<>();
    private final PartOwners owners;
    private final PluginHealth health;

    @Inject
    TimerHandlers(List<TimerHandler> handlers, Set<TimerHandler> own, PartOwners owners, PluginHealth health) {
        this.owners = owners;
        this.health = health;
        handlers.forEach(handler -> byName.put(handler.name(), handler));
        own.forEach(handler -> byName.put(handler.name(), handler));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** Those whose plugins run; timers of the others wait. */
    Set<String> running() {
        return byName.keySet().stream()
                .filter(name ->
                        owners.ofTimerHandler(name).filter(health::isDown).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    TimerHandler get(String name) {
        TimerHandler handler = byName.get(name);
        if (handler == null) {
            throw new IllegalStateException("no handler is named " + name + ", yet its timer was claimed");
        }
        return handler;
    }
}

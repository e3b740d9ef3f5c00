package io.tikit.core.timer;

import io.tikit.spi.timer.TimerHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The handlers of this engine, by name. */
@Singleton
public final class TimerHandlers {
    private final Map<String, TimerHandler> byName = new TreeMap<>();

    @Inject
    TimerHandlers(List<TimerHandler> handlers) {
        handlers.forEach(handler -> byName.put(handler.name(), handler));
    }

    Set<String> names() {
        return byName.keySet();
    }

    TimerHandler get(String name) {
        TimerHandler handler = byName.get(name);
        if (handler == null) {
            throw new IllegalStateException("no handler is named " + name + ", yet its timer was claimed");
        }
        return handler;
    }
}

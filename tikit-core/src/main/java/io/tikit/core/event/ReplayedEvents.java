package io.tikit.core.event;

import io.tikit.api.TenantId;
import io.tikit.api.event.EventListener;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.util.Set;

/**
 * Gives a durable subscription the events that an operator took out of the dead letters: a consumer for which no work is
 * ever written, but whose dead letters can be revived like any other.
 */
final class ReplayedEvents implements WorkConsumer {
    /** A type that no event has, so that no new work is made. */
    private static final Set<String> NONE = Set.of("none");

    private final String name;
    private final EventListener listener;

    ReplayedEvents(TenantId tenant, String name, EventListener listener) {
        this.name = name(tenant, name);
        this.listener = listener;
    }

    static String name(TenantId tenant, String subscription) {
        return "sub/" + tenant + "/" + subscription;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> eventTypes() {
        return NONE;
    }

    @Override
    public void handle(Work work) throws Exception {
        listener.onEvent(work.event());
    }
}

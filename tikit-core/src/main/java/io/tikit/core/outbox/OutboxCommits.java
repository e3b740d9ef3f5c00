package io.tikit.core.outbox;

import io.tikit.api.event.Event;
import io.tikit.core.pipeline.Commits;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes what leaves with a unit, and wakes those who carry it on. */
@Singleton
final class OutboxCommits implements Commits {
    private final Consumers consumers;
    private final Wakers wakers;

    @Inject
    OutboxCommits(Consumers consumers, Wakers wakers) {
        this.consumers = consumers;
        this.wakers = wakers;
    }

    @Override
    public void beforeCommit(UnitOfWork unit, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        for (Event event : events) {
            consumers.itemsFor(event).forEach(unit.outbox()::work);
        }
        unit.outbox().change(events.stream().map(EventRef::of).toList());
    }

    @Override
    public void afterCommit(List<Event> events) {
        if (!events.isEmpty()) {
            wakers.wakeAll();
        }
    }
}

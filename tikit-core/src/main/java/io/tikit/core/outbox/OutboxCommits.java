package io.tikit.core.outbox;

import io.tikit.api.event.Event;
import io.tikit.core.pipeline.Commits;
import io.tikit.core.pipeline.Recorded;
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
    private final RecentCommits recent;

    @Inject
    OutboxCommits(Consumers consumers, Wakers wakers, RecentCommits recent) {
        this.consumers = consumers;
        this.wakers = wakers;
        this.recent = recent;
    }

    @Override
    public void beforeCommit(UnitOfWork unit, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        for (Event event : events) {
            consumers.itemsFor(event, unit).forEach(unit.outbox()::work);
        }
        unit.outbox().change(events.stream().map(EventRef::of).toList());
    }

    @Override
    public void afterCommit(List<Recorded> committed) {
        if (!committed.isEmpty()) {
            recent.remember(committed);
            wakers.wakeAll();
        }
    }

    @Override
    public void afterScheduling() {
        wakers.wakeTimers();
    }
}

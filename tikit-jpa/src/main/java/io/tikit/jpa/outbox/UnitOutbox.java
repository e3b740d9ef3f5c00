package io.tikit.jpa.outbox;

import io.tikit.jpa.event.EventTable;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Outbox;
import io.tikit.spi.storage.WorkItem;
import java.time.InstantSource;
import java.util.List;

/** What a unit leaves behind, written with it. */
public final class UnitOutbox implements Outbox {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(WorkEntity.class, ChangeEntity.class);

    private final Session session;
    private final EventTable events;
    private final ChangeIds ids;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Waiting.Leaving leaving = new Waiting.Leaving();

    public UnitOutbox(Session session, EventTable events, ChangeIds ids, InstantSource clock, Waiting waiting) {
        this.session = session;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public void work(WorkItem item) {
        leaving.work().add(item);
        waiting.announced(item);
        session.insert(new WorkEntity(session.tenant(), item));
    }

    @Override
    public void change(List<EventRef> refs) {
        long millis = events.latest() > 0 ? events.latest() : clock.millis();
        Waiting.Change change =
                new Waiting.Change(ids.next(millis, events.highestRevision()), session.tenant(), Refs.pack(refs));
        leaving.changes().add(change);
        waiting.announced(change);
        session.insert(new ChangeEntity(change));
    }

    /** What was left so far. */
    public Waiting.Leaving leaving() {
        return leaving;
    }
}

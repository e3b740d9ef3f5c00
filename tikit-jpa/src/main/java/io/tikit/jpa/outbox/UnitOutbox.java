package io.tikit.jpa.outbox;

import io.tikit.jpa.event.EventTable;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Outbox;
import io.tikit.spi.storage.WorkItem;
import java.time.InstantSource;
import java.util.List;

/** What a unit leaves behind, written with it. */
public final class UnitOutbox implements Outbox {
    private static final Change WORK = Change.insert(
            Change.Step.APPENDED,
            "tikit_work",
            "consumer",
            "happened_at",
            "revision",
            "id",
            "tenant",
            "subject",
            "event",
            "bucket",
            "attempts",
            "retry_at");
    private static final Change CHANGE = Change.insert(Change.Step.APPENDED, "tikit_change", "id", "tenant", "refs");

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
        int tenant = session.tenant();
        session.change(
                WORK,
                row -> row.text(item.consumer())
                        .whole(item.at().toEpochMilli())
                        .whole(item.revision())
                        .id(item.id())
                        .whole(tenant)
                        .id(item.event().subject())
                        .id(item.event().event().value())
                        .whole(item.bucket())
                        .whole(item.attempts())
                        .whole(0));
    }

    @Override
    public void change(List<EventRef> refs) {
        long millis = events.latest() > 0 ? events.latest() : clock.millis();
        Waiting.Change change =
                new Waiting.Change(ids.next(millis, events.highestRevision()), session.tenant(), Refs.pack(refs));
        leaving.changes().add(change);
        waiting.announced(change);
        session.change(CHANGE, row -> row.id(change.id()).whole(change.tenant()).bytes(change.refs()));
    }

    /** What was left so far. */
    public Waiting.Leaving leaving() {
        return leaving;
    }
}

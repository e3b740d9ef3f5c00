package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.storage.WorkQueue;
import io.tikit.tck.Await;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Work that waits: how it gets into the queue and out again.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface WorkQueueContract extends StorageFixture {
    /** Work is in the queue after its commit, as it was left, and stays until it is done. */
    @Test
    default void workAppearsWithItsCommit() {
        TestTenant tenant = TestTenant.in(storage(), "work");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        Event event = tenant.newEvent(ticket, 1);
        WorkItem item = tenant.newWork(consumer, event);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.events().insert(event);
            unit.outbox().work(item);
            assertThat(unit.events().find(event.subject(), event.id())).isPresent();
            assertThat(Working.due(storage(), consumer)).isEmpty();
            unit.commit();
        }
        assertThat(Working.due(storage(), consumer)).containsExactly(item);
        assertThat(Working.due(storage(), consumer)).containsExactly(item);
        assertThat(Working.due(storage(), "other-" + consumer)).isEmpty();
        storage().work().done(List.of(item));
        assertThat(Working.due(storage(), consumer)).isEmpty();
        storage().work().done(List.of(item));
        storage().work().done(List.of());
    }

    /** An uncommitted unit holds nobody up, and its work comes when it commits. */
    @Test
    default void uncommittedWorkHoldsNobodyUp() {
        TestTenant tenant = TestTenant.in(storage(), "work-open");
        String consumer = tenant.id().value();
        Ticket one = tenant.storedTicket();
        Ticket two = tenant.storedTicket();
        Event event = tenant.newEvent(one, 1);
        WorkItem late = tenant.newWork(consumer, event);
        try (UnitOfWork open = storage().begin(tenant.id(), UnitMode.OWN)) {
            open.events().insert(event);
            open.outbox().work(late);
            assertThat(open.events().find(event.subject(), event.id())).isPresent();
            List<WorkItem> early = Together.result(Together.start(() -> tenant.storedWork(consumer, two, 1)));
            assertThat(Working.due(storage(), consumer)).containsExactlyElementsOf(early);
            storage().work().done(early);
            open.commit();
        }
        assertThat(Working.due(storage(), consumer)).containsExactly(late);
    }

    /** Only work of the buckets that were asked for is given. */
    @Test
    default void bucketsDivideTheWork() {
        TestTenant tenant = TestTenant.in(storage(), "bucket");
        String consumer = tenant.id().value();
        List<WorkItem> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            items.addAll(tenant.storedWork(consumer, tenant.storedTicket(), 1));
        }
        for (WorkItem item : items) {
            List<WorkItem> due = storage().work().due(consumer, Set.of(item.bucket()), Working.NOW, Set.of(), 100);
            assertThat(due).contains(item).allMatch(other -> other.bucket() == item.bucket());
        }
        assertThat(Working.due(storage(), consumer)).containsExactlyInAnyOrderElementsOf(items);
    }

    /** The oldest come first, no more than asked for, of all tenants. */
    @Test
    default void oldestComeFirst() {
        TestTenant tenant = TestTenant.in(storage(), "oldest");
        TestTenant other = TestTenant.in(storage(), "oldest-too");
        String consumer = tenant.id().value();
        List<WorkItem> items = new ArrayList<>();
        for (long revision : List.of(7, 3, 9, 1, 5)) {
            items.addAll(tenant.storedWork(consumer, tenant.storedTicket(), revision));
            items.addAll(other.storedWork(consumer, other.storedTicket(), revision + 20));
        }
        items.sort(Comparator.comparing(WorkItem::at));
        assertThat(Working.due(storage(), consumer)).containsExactlyElementsOf(items);
        assertThat(storage().work().due(consumer, Working.ALL, Working.NOW, Set.of(), 4))
                .containsExactlyElementsOf(items.subList(0, 4));
    }

    /** What is in hand is not given again, and what stands behind it in the queue is reached. */
    @Test
    default void workInHandIsLeftOut() {
        TestTenant tenant = TestTenant.in(storage(), "hand");
        String consumer = tenant.id().value();
        List<WorkItem> items = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            items.addAll(tenant.storedWork(consumer, tenant.storedTicket(), i));
        }
        Set<UUID> inHand =
                Set.of(items.get(0).id(), items.get(1).id(), items.get(3).id());
        assertThat(storage().work().due(consumer, Working.ALL, Working.NOW, inHand, 2))
                .containsExactly(items.get(2), items.get(4));
        assertThat(storage().work().due(consumer, Working.ALL, Working.NOW, Set.copyOf(Working.ids(items)), 10))
                .isEmpty();
    }

    /** Work left by several writers at once is neither lost nor doubled. */
    @Test
    default void noWorkIsLost() {
        TestTenant tenant = TestTenant.in(storage(), "work-race");
        String consumer = tenant.id().value();
        List<Callable<Boolean>> writers = new ArrayList<>();
        List<WorkItem> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Ticket ticket = tenant.storedTicket();
            List<Event> events = new ArrayList<>();
            List<WorkItem> items = new ArrayList<>();
            for (int revision = 1; revision <= 15; revision++) {
                Event event = tenant.newEvent(ticket, revision);
                events.add(event);
                items.add(tenant.newWork(consumer, event));
            }
            all.addAll(items);
            writers.add(() -> {
                for (int j = 0; j < events.size(); j++) {
                    Event event = events.get(j);
                    WorkItem item = items.get(j);
                    tenant.persist(unit -> {
                        unit.events().insert(event);
                        unit.outbox().work(item);
                    });
                }
                return true;
            });
        }
        Together.all(writers);
        assertThat(Working.due(storage(), consumer)).containsExactlyInAnyOrderElementsOf(all);
    }

    /** The backlog counts what waits and what lies dead, and says since when, at the latest a little later. */
    @Test
    default void backlogIsCounted() {
        TestTenant tenant = TestTenant.in(storage(), "backlog");
        String consumer = tenant.id().value();
        List<WorkItem> items = new ArrayList<>();
        WorkQueue queue = storage().work();
        WorkQueue.Backlog before = queue.backlog();
        for (int i = 1; i <= 5; i++) {
            items.addAll(tenant.storedWork(consumer, tenant.storedTicket(), i));
        }
        queue.bury(items.get(0), 3, Working.NOW, "broken");
        queue.retry(items.get(1), 1, Working.NOW.plusSeconds(60), "later");
        Await.until("four more wait", () -> queue.backlog().waiting() == before.waiting() + 4);
        Await.until("one more is dead", () -> queue.backlog().dead() == before.dead() + 1);
        Await.until(
                "the oldest is not younger than ours",
                () -> queue.backlog()
                        .oldest()
                        .filter(oldest -> !oldest.isAfter(items.get(1).at()))
                        .isPresent());
        queue.done(items.subList(1, 5));
        Await.until("none of ours waits", () -> queue.backlog().waiting() == before.waiting());
    }
}

package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Work that failed for good and waits for a person.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface DeadWorkContract extends StorageFixture {
    /** Dead work is not given any more, holds back its subject, and tells what happened. */
    @Test
    default void deadWorkHoldsBackItsSubject() {
        TestTenant tenant = TestTenant.in(storage(), "dead");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        List<WorkItem> items = tenant.storedWork(consumer, ticket, 1, 2);
        List<WorkItem> elsewhere = tenant.storedWork("b-" + consumer, ticket, 3);
        List<WorkItem> free = tenant.storedWork(consumer, tenant.storedTicket(), 4);
        String error = "Exception: \u4e16 ".repeat(36) + "end";
        Instant last = Working.NOW.plusMillis(7);
        storage().work().bury(items.get(0), 5, last, error);
        assertThat(Working.due(storage(), consumer, last.plusSeconds(1_000_000)))
                .containsExactlyElementsOf(free);
        assertThat(Working.due(storage(), "b-" + consumer)).containsExactlyElementsOf(elsewhere);
        WorkItem dead = items.get(0);
        assertThat(storage().work().dead(tenant.id(), Optional.empty(), 10))
                .containsExactly(new DeadLetter(
                        dead.id(),
                        consumer,
                        Optional.of(dead.event().event()),
                        Optional.of(ticket.id()),
                        5,
                        last,
                        error));
        assertThat(storage().work().nextRetry(consumer, Working.NOW)).isEmpty();
    }

    /** Revived work is due at once with no attempts counted, and its subject goes on in order. */
    @Test
    default void revivedWorkGoesOnInOrder() {
        TestTenant tenant = TestTenant.in(storage(), "revive");
        TestTenant other = TestTenant.in(storage(), "revive-not");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        List<WorkItem> items = tenant.storedWork(consumer, ticket, 1, 2);
        WorkItem first = items.get(0);
        storage().work().bury(first, 5, Working.NOW, "broken");
        assertThat(storage().work().revive(other.id(), first.id())).isFalse();
        assertThat(storage().work().revive(tenant.id(), items.get(1).id())).isFalse();
        assertThat(storage().work().revive(tenant.id(), tenant.data().id())).isFalse();
        assertThat(Working.due(storage(), consumer)).isEmpty();
        assertThat(storage().work().revive(tenant.id(), first.id())).isTrue();
        assertThat(storage().work().revive(tenant.id(), first.id())).isFalse();
        List<WorkItem> due = Working.due(storage(), consumer);
        assertThat(due.get(0)).isEqualTo(first);
        assertThat(due.get(0).attempts()).isZero();
        assertThat(storage().work().dead(tenant.id(), Optional.empty(), 10)).isEmpty();
        storage().work().done(due);
        storage().work().done(Working.due(storage(), consumer));
        assertThat(Working.due(storage(), consumer)).isEmpty();
    }

    /** Work that is not in the queue can be laid dead, holds back its subject and can be revived. */
    @Test
    default void workOutsideTheQueueCanBeBuried() {
        TestTenant tenant = TestTenant.in(storage(), "bury");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        Event event = tenant.newEvent(ticket, 1);
        tenant.write(unit -> unit.events().insert(event));
        WorkItem item = tenant.newWork(consumer, event);
        tenant.storedWork(consumer, ticket, 2);
        storage().work().bury(item, 1, Working.NOW, "listener failed");
        assertThat(Working.due(storage(), consumer)).isEmpty();
        assertThat(storage().work().dead(tenant.id(), Optional.empty(), 10))
                .extracting(DeadLetter::id)
                .containsExactly(item.id());
        assertThat(storage().work().revive(tenant.id(), item.id())).isTrue();
        assertThat(Working.due(storage(), consumer).get(0)).isEqualTo(item);
    }

    /** Burying the dead once more keeps the last word. */
    @Test
    default void lastWordStays() {
        TestTenant tenant = TestTenant.in(storage(), "word");
        String consumer = tenant.id().value();
        WorkItem item = tenant.storedWork(consumer, tenant.storedTicket(), 1).get(0);
        storage().work().bury(item, 1, Working.NOW, "first");
        storage().work().bury(item, 2, Working.NOW.plusSeconds(1), "second");
        assertThat(storage().work().dead(tenant.id(), Optional.empty(), 10))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.attempts()).isEqualTo(2);
                    assertThat(dead.error()).isEqualTo("second");
                    assertThat(dead.lastTry()).isEqualTo(Working.NOW.plusSeconds(1));
                });
    }

    /** Work about people names no ticket. */
    @Test
    default void deadWorkOfPeopleNamesNoTicket() {
        TestTenant tenant = TestTenant.in(storage(), "dead-user");
        Event event = Event.builder()
                .identity(tenant.id(), new EventId(tenant.data().id()))
                .happened(EventTypes.USER_CREATED, tenant.people().get(0).value(), 0)
                .by(TestTenant.START, new Actor.Engine("test"), null)
                .build();
        WorkItem item = tenant.newWork(tenant.id().value(), event);
        tenant.write(unit -> {
            unit.events().insert(event);
            unit.outbox().work(item);
        });
        storage().work().bury(item, 1, Working.NOW, "");
        assertThat(storage().work().dead(tenant.id(), Optional.empty(), 10))
                .singleElement()
                .satisfies(dead -> assertThat(dead.ticket()).isEmpty());
    }

    /** Dead work of a tenant is listed in the order of ids, page by page. */
    @Test
    default void deadWorkIsPaged() {
        TestTenant tenant = TestTenant.in(storage(), "dead-page");
        TestTenant other = TestTenant.in(storage(), "dead-other");
        List<WorkItem> items = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            WorkItem item = tenant.storedWork("c" + i % 2 + tenant.id(), tenant.storedTicket(), 1)
                    .get(0);
            storage().work().bury(item, 1, Working.NOW, "broken");
            items.add(item);
        }
        WorkItem foreign =
                other.storedWork(other.id().value(), other.storedTicket(), 1).get(0);
        storage().work().bury(foreign, 1, Working.NOW, "broken");
        List<DeadLetter> dead =
                Pages.walk(4, (Optional<UUID> after) -> storage().work().dead(tenant.id(), after, 4), DeadLetter::id);
        List<UUID> seen = dead.stream().map(DeadLetter::id).toList();
        assertThat(seen).containsExactlyElementsOf(Working.ids(Expect.byId(items, WorkItem::id)));
    }

    /** Dead work of one consumer is listed, and gone when it is dropped; its subject goes on. */
    @Test
    default void droppedWorkIsGone() {
        TestTenant tenant = TestTenant.in(storage(), "drop");
        TestTenant other = TestTenant.in(storage(), "drop-not");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        List<WorkItem> items = tenant.storedWork(consumer, ticket, 1, 2, 3);
        WorkItem elsewhere = tenant.storedWork("b-" + consumer, ticket, 1).get(0);
        storage().work().bury(items.get(0), 1, Working.NOW, "broken");
        storage().work().bury(items.get(1), 1, Working.NOW, "broken");
        storage().work().bury(elsewhere, 1, Working.NOW, "broken");
        List<UUID> dead = Working.ids(Expect.byId(items.subList(0, 2), WorkItem::id));
        assertThat(storage().work().dead(tenant.id(), consumer, Optional.empty(), 10))
                .extracting(DeadLetter::id)
                .containsExactlyElementsOf(dead);
        assertThat(storage().work().dead(tenant.id(), consumer, Optional.of(dead.get(0)), 10))
                .extracting(DeadLetter::id)
                .containsExactly(dead.get(1));
        assertThat(storage().work().dead(tenant.id(), consumer, Optional.empty(), 1))
                .hasSize(1);
        assertThat(storage().work().dead(other.id(), consumer, Optional.empty(), 10))
                .isEmpty();
        UUID first = items.get(0).id();
        assertThat(storage().work().drop(other.id(), consumer, first)).isFalse();
        assertThat(storage().work().drop(tenant.id(), "b-" + consumer, first)).isFalse();
        assertThat(storage().work().drop(tenant.id(), consumer, items.get(2).id()))
                .isFalse();
        assertThat(storage().work().drop(tenant.id(), consumer, first)).isTrue();
        assertThat(storage().work().drop(tenant.id(), consumer, first)).isFalse();
        assertThat(storage().work().revive(tenant.id(), first)).isFalse();
        assertThat(Working.due(storage(), consumer)).isEmpty();
        assertThat(storage().work().drop(tenant.id(), consumer, items.get(1).id()))
                .isTrue();
        assertThat(Working.due(storage(), consumer)).containsExactly(items.get(2));
        assertThat(storage().work().dead(tenant.id(), "b-" + consumer, Optional.empty(), 10))
                .hasSize(1);
    }

    /** What is cleared leaves nothing of one consumer in one tenant, and everything else. */
    @Test
    default void clearedWorkIsGone() {
        TestTenant tenant = TestTenant.in(storage(), "clear");
        TestTenant other = TestTenant.in(storage(), "clear-not");
        String consumer = tenant.id().value();
        List<WorkItem> items = tenant.storedWork(consumer, tenant.storedTicket(), 1, 2);
        List<WorkItem> waiting = tenant.storedWork(consumer, tenant.storedTicket(), 1);
        storage().work().bury(items.get(0), 1, Working.NOW, "broken");
        storage().work().retry(waiting.get(0), 1, Working.NOW.plusSeconds(5), "broken");
        List<WorkItem> theirs = other.storedWork(consumer, other.storedTicket(), 1);
        List<WorkItem> elsewhere = tenant.storedWork("b-" + consumer, tenant.storedTicket(), 1);
        storage().work().clear(tenant.id(), consumer);
        assertThat(storage().work().dead(tenant.id(), consumer, Optional.empty(), 10))
                .isEmpty();
        assertThat(Working.due(storage(), consumer, Working.NOW.plusSeconds(60)))
                .containsExactlyElementsOf(theirs);
        assertThat(storage().work().nextRetry(consumer, Working.NOW)).isEmpty();
        assertThat(Working.due(storage(), "b-" + consumer)).containsExactlyElementsOf(elsewhere);
    }
}

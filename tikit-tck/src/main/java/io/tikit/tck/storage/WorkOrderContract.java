package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The order of work: of one subject it is done in the order of revision, whatever fails.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface WorkOrderContract extends StorageFixture {
    /** Of one subject, work comes in the order of revision, also when it was left in another order. */
    @Test
    default void workOfASubjectComesInOrder() {
        TestTenant tenant = TestTenant.in(storage(), "order");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        List<WorkItem> items = new ArrayList<>(tenant.storedWork(consumer, ticket, 10, 9, 2));
        items.addAll(tenant.storedWork(consumer, ticket, 1, 100));
        List<Long> seen = new ArrayList<>();
        while (seen.size() < 5) {
            List<WorkItem> due = Working.due(storage(), consumer);
            assertThat(due).isNotEmpty().isSubsetOf(items);
            assertThat(due.stream().map(WorkItem::revision)).isSorted();
            due.forEach(item -> seen.add(item.revision()));
            storage().work().done(due);
        }
        assertThat(seen).containsExactly(1L, 2L, 9L, 10L, 100L);
    }

    /** Work that waits for a retry holds back later work of its subject and consumer, and nothing else. */
    @Test
    default void retryHoldsBackLaterWork() {
        TestTenant tenant = TestTenant.in(storage(), "retry");
        String consumer = tenant.id().value();
        String other = "b-" + consumer;
        Ticket ticket = tenant.storedTicket();
        Ticket free = tenant.storedTicket();
        List<WorkItem> held = tenant.storedWork(consumer, ticket, 1, 2, 3);
        List<WorkItem> elsewhere = tenant.storedWork(other, ticket, 4);
        List<WorkItem> freely = tenant.storedWork(consumer, free, 5);
        Instant next = Working.NOW.plusSeconds(60);
        storage().work().retry(held.get(0), 2, next, "not reachable");
        assertThat(Working.due(storage(), consumer)).containsExactlyElementsOf(freely);
        assertThat(Working.due(storage(), consumer, next.minusMillis(1))).containsExactlyElementsOf(freely);
        assertThat(Working.due(storage(), other)).containsExactlyElementsOf(elsewhere);
        List<WorkItem> due = Working.due(storage(), consumer, next);
        WorkItem again = due.stream()
                .filter(item -> item.id().equals(held.get(0).id()))
                .findFirst()
                .orElseThrow();
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.event()).isEqualTo(held.get(0).event());
        assertThat(due.stream()
                        .filter(item ->
                                item.event().subject().equals(ticket.id().value()))
                        .map(WorkItem::revision))
                .isSorted()
                .startsWith(1L);
        storage().work().done(List.of(again));
        assertThat(Working.due(storage(), consumer)).containsAll(held.subList(1, 3));
    }

    /** Work that comes later does not overtake what waits for a retry or lies dead. */
    @Test
    default void newWorkStandsBehindWhatFailed() {
        TestTenant tenant = TestTenant.in(storage(), "behind");
        String consumer = tenant.id().value();
        Ticket retried = tenant.storedTicket();
        Ticket dead = tenant.storedTicket();
        WorkItem first = tenant.storedWork(consumer, retried, 1).get(0);
        WorkItem second = tenant.storedWork(consumer, dead, 1).get(0);
        storage().work().retry(first, 1, Working.NOW.plusSeconds(5), "later");
        storage().work().bury(second, 9, Working.NOW, "never");
        tenant.storedWork(consumer, retried, 2);
        tenant.storedWork(consumer, dead, 2, 3);
        assertThat(Working.due(storage(), consumer)).isEmpty();
        storage().work().done(List.of(first));
        assertThat(Working.due(storage(), consumer))
                .singleElement()
                .matches(item -> item.event().subject().equals(retried.id().value()));
    }

    /** Earlier work is not held back by later work of the same subject that failed. */
    @Test
    default void earlierWorkIsNotHeldBack() {
        TestTenant tenant = TestTenant.in(storage(), "earlier");
        String consumer = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        List<WorkItem> items = tenant.storedWork(consumer, ticket, 1, 2, 3);
        storage().work().retry(items.get(1), 1, Working.NOW.plusSeconds(5), "later");
        assertThat(Working.due(storage(), consumer)).containsExactly(items.get(0));
    }

    /** Work that is held back does not take the place of work that is due. */
    @Test
    default void heldWorkTakesNoPlaces() {
        TestTenant tenant = TestTenant.in(storage(), "places");
        String consumer = tenant.id().value();
        for (int i = 0; i < 8; i++) {
            WorkItem first = tenant.storedWork(consumer, tenant.storedTicket(), 1, 2, 3, 4)
                    .get(0);
            if (i % 2 == 0) {
                storage().work().retry(first, 1, Working.NOW.plusSeconds(60), "later");
            } else {
                storage().work().bury(first, 1, Working.NOW, "never");
            }
        }
        WorkItem free = tenant.storedWork(consumer, tenant.storedTicket(), 50).get(0);
        assertThat(storage().work().due(consumer, Working.ALL, Working.NOW, Set.of(), 1))
                .containsExactly(free);
    }

    /** The next retry is the earliest one that is still to come. */
    @Test
    default void nextRetryIsTheEarliestToCome() {
        TestTenant tenant = TestTenant.in(storage(), "next");
        String consumer = tenant.id().value();
        Instant now = Working.NOW;
        assertThat(storage().work().nextRetry(consumer, now)).isEmpty();
        WorkItem one = tenant.storedWork(consumer, tenant.storedTicket(), 1).get(0);
        WorkItem two = tenant.storedWork(consumer, tenant.storedTicket(), 1).get(0);
        assertThat(storage().work().nextRetry(consumer, now)).isEmpty();
        storage().work().retry(one, 1, now.plusSeconds(90), "later");
        storage().work().retry(two, 1, now.plusSeconds(30), "later");
        assertThat(storage().work().nextRetry(consumer, now)).contains(now.plusSeconds(30));
        assertThat(storage().work().nextRetry(consumer, now.plusSeconds(30))).contains(now.plusSeconds(90));
        assertThat(storage().work().nextRetry(consumer, now.plusSeconds(90))).isEmpty();
        assertThat(storage().work().nextRetry("b-" + consumer, now)).isEmpty();
        storage().work().retry(two, 2, now.plusSeconds(120), "later still");
        assertThat(storage().work().nextRetry(consumer, now)).contains(now.plusSeconds(90));
        storage().work().done(List.of(one, two));
        assertThat(storage().work().nextRetry(consumer, now)).isEmpty();
    }
}

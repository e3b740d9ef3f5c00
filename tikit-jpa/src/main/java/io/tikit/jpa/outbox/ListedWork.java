package io.tikit.jpa.outbox;

import io.tikit.api.TenantId;
import io.tikit.api.health.DeadLetter;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.storage.WorkQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The work queue on Derby: what is due stands in lists; the rows are what survives. */
public final class ListedWork implements WorkQueue {
    private final WorkRows rows;
    private final WaitingLists lists;

    public ListedWork(Jdbc jdbc, TenantTable tenants, WaitingLists lists) {
        this.rows = new WorkRows(jdbc, tenants);
        this.lists = lists;
    }

    @Override
    public List<WorkItem> due(String consumer, Set<Integer> buckets, Instant now, Set<UUID> without, int limit) {
        lists.refresh();
        return lists.work().due(consumer, buckets, now, without, limit);
    }

    @Override
    public void done(Collection<WorkItem> items) {
        rows.done(items);
        lists.work().done(items);
    }

    @Override
    public void retry(WorkItem item, int attempts, Instant next, String error) {
        rows.retry(item, attempts, next, error);
        lists.work().retry(withAttempts(item, attempts), next);
    }

    @Override
    public void bury(WorkItem item, int attempts, Instant at, String error) {
        rows.bury(item, attempts, at, error);
        lists.work().bury(withAttempts(item, attempts));
    }

    private static WorkItem withAttempts(WorkItem item, int attempts) {
        return new WorkItem(
                item.id(), item.tenant(), item.consumer(), item.event(), item.revision(), item.at(), attempts);
    }

    @Override
    public List<DeadLetter> dead(TenantId tenant, Optional<UUID> after, int limit) {
        return rows.dead(tenant, Optional.empty(), after, limit);
    }

    @Override
    public List<DeadLetter> dead(TenantId tenant, String consumer, Optional<UUID> after, int limit) {
        return rows.dead(tenant, Optional.of(consumer), after, limit);
    }

    @Override
    public boolean drop(TenantId tenant, String consumer, UUID id) {
        Optional<WorkItem> dropped = rows.drop(tenant, consumer, id);
        dropped.ifPresent(lists.work()::drop);
        return dropped.isPresent();
    }

    @Override
    public void clear(TenantId tenant, String consumer) {
        rows.clear(tenant, consumer);
        lists.work().clear(tenant, consumer);
    }

    @Override
    public boolean revive(TenantId tenant, UUID id) {
        Optional<WorkItem> revived = rows.revive(tenant, id);
        revived.ifPresent(lists.work()::revive);
        return revived.isPresent();
    }

    @Override
    public Optional<Instant> nextRetry(String consumer, Instant after) {
        return lists.work().nextRetry(consumer, after);
    }

    @Override
    public Backlog backlog() {
        lists.refresh();
        return lists.work().backlog();
    }
}

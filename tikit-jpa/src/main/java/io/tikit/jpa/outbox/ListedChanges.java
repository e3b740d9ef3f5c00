package io.tikit.jpa.outbox;

import io.tikit.spi.storage.Leases;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes on Derby, from the list. */
final class ListedChanges implements ChangeSource {
    private final WaitingLists lists;
    private long fence = -1;

    ListedChanges(WaitingLists lists) {
        this.lists = lists;
    }

    @Override
    public synchronized void prepare(Leases.Lease lease) {
        if (lease.fence() != fence) {
            // Somebody else may have given positions meanwhile.
            lists.look();
            fence = lease.fence();
        } else {
            lists.refresh();
        }
    }

    @Override
    public List<Waiting.Change> take(Connection connection, int limit) {
        return lists.changes().ready(limit);
    }

    @Override
    public void taken(List<Waiting.Change> changes) {
        lists.changes().remove(changes);
    }

    @Override
    public Optional<Instant> oldest(Connection connection) {
        return lists.changes().oldest();
    }
}

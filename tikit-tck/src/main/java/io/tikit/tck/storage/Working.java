package io.tikit.tck.storage;

import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions to a work queue. */
final class Working {
    /** Long after everything happened that the tests let happen. */
    static final Instant NOW = TestTenant.START.plusSeconds(1_000_000);

    static final Set<Integer> ALL =
            IntStream.range(0, WorkItem.BUCKETS).boxed().collect(Collectors.toUnmodifiableSet());

    private Working() {}

    static List<WorkItem> due(Storage storage, String consumer) {
        return due(storage, consumer, NOW);
    }

    static List<WorkItem> due(Storage storage, String consumer, Instant now) {
        return storage.work().due(consumer, ALL, now, Set.of(), 1_000);
    }

    static List<UUID> ids(List<WorkItem> items) {
        return items.stream().map(WorkItem::id).toList();
    }
}

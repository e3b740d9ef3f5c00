package io.tikit.jpa.outbox;

import io.tikit.api.TenantId;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.storage.WorkQueue.Backlog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that is committed, in memory, per consumer and in the order in which it is taken; and what holds back what stands
 * behind it: items that wait for another try, and dead ones. Safe for use by several threads.
 */
final class WorkLists {
    private static final Comparator<WorkItem> OLDEST_FIRST =
            Comparator.comparing(WorkItem::at).thenComparing(WorkLists::compareInSubject);

    private final Map<String, Consumer> consumers = new HashMap<>();

    private record Subject(TenantId tenant, UUID id) {}

    private static final class Consumer {
        final TreeSet<WorkItem> items = new TreeSet<>(OLDEST_FIRST);
        final Map<UUID, WorkItem> byId = new HashMap<>();
        /** When items that failed are to be tried again. */
        final Map<UUID, Instant> retries = new HashMap<>();

        final Map<UUID, WorkItem> dead = new HashMap<>();
        /** Of each subject, what may hold back what is behind it. */
        final Map<Subject, TreeSet<WorkItem>> stops = new HashMap<>();

        void remove(UUID id) {
            WorkItem item = byId.remove(id);
            if (item != null) {
                items.remove(item);
            }
            retries.remove(id);
            if (!dead.containsKey(id)) {
                release(item);
            }
        }

        void release(@Nullable WorkItem item) {
            if (item != null) {
                stops.computeIfPresent(subject(item), (subject, stopped) -> {
                    stopped.remove(item);
                    return stopped.isEmpty() ? null : stopped;
                });
            }
        }

        void stop(WorkItem item) {
            stops.computeIfAbsent(subject(item), subject -> new TreeSet<>(WorkLists::compareInSubject))
                    .add(item);
        }

        boolean heldBack(WorkItem item, Instant now) {
            TreeSet<WorkItem> stopped = stops.get(subject(item));
            return stopped != null
                    && stopped.headSet(item).stream()
                            .anyMatch(earlier -> dead.containsKey(earlier.id())
                                    || retries.getOrDefault(earlier.id(), Instant.MIN)
                                            .isAfter(now));
        }
    }

    private static int compareInSubject(WorkItem left, WorkItem right) {
        return WorkRows.inSubject(left.revision(), left.id(), right.revision(), right.id());
    }

    private static Subject subject(WorkItem item) {
        return new Subject(item.tenant(), item.event().subject());
    }

    private Consumer consumer(String name) {
        return consumers.computeIfAbsent(name, n -> new Consumer());
    }

    synchronized void add(WorkItem item) {
        Consumer consumer = consumer(item.consumer());
        if (consumer.byId.putIfAbsent(item.id(), item) == null) {
            consumer.items.add(item);
        }
    }

    synchronized void retry(WorkItem item, Instant next) {
        Consumer consumer = consumer(item.consumer());
        consumer.remove(item.id());
        consumer.byId.put(item.id(), item);
        consumer.items.add(item);
        consumer.retries.put(item.id(), next);
        consumer.stop(item);
    }

    synchronized void done(Collection<WorkItem> items) {
        items.forEach(item -> consumer(item.consumer()).remove(item.id()));
    }

    synchronized void bury(WorkItem item) {
        Consumer consumer = consumer(item.consumer());
        consumer.remove(item.id());
        consumer.dead.put(item.id(), item);
        consumer.stop(item);
    }

    synchronized void revive(WorkItem item) {
        Consumer consumer = consumer(item.consumer());
        consumer.release(consumer.dead.remove(item.id()));
        add(item);
    }

    synchronized void drop(WorkItem item) {
        Consumer consumer = consumer(item.consumer());
        consumer.release(consumer.dead.remove(item.id()));
    }

    synchronized void clear(TenantId tenant, String name) {
        Consumer consumer = consumer(name);
        for (WorkItem item : List.copyOf(consumer.items)) {
            if (item.tenant().equals(tenant)) {
                consumer.remove(item.id());
            }
        }
        for (WorkItem item : List.copyOf(consumer.dead.values())) {
            if (item.tenant().equals(tenant)) {
                drop(item);
            }
        }
    }

    synchronized List<WorkItem> due(String name, Set<Integer> buckets, Instant now, Set<UUID> without, int limit) {
        Consumer consumer = consumer(name);
        List<WorkItem> due = new ArrayList<>();
        for (WorkItem item : consumer.items) {
            if (due.size() >= limit) {
                break;
            }
            if (buckets.contains(item.bucket())
                    && !without.contains(item.id())
                    && !consumer.retries.getOrDefault(item.id(), Instant.MIN).isAfter(now)
                    && !consumer.heldBack(item, now)) {
                due.add(item);
            }
        }
        return due;
    }

    synchronized Optional<Instant> nextRetry(String name, Instant after) {
        return consumer(name).retries.values().stream()
                .filter(next -> next.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    synchronized Backlog backlog() {
        long waiting =
                consumers.values().stream().mapToLong(c -> c.items.size()).sum();
        long dead = consumers.values().stream().mapToLong(c -> c.dead.size()).sum();
        Optional<Instant> oldest = consumers.values().stream()
                .filter(c -> !c.items.isEmpty())
                .map(c -> c.items.first().at())
                .min(Comparator.naturalOrder());
        return new Backlog(Math.min(waiting, 10_000), oldest, Math.min(dead, 10_000));
    }

    /** The ids of all that is known, dead or not. */
    synchronized Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>();
        for (Consumer consumer : consumers.values()) {
            ids.addAll(consumer.byId.keySet());
            ids.addAll(consumer.dead.keySet());
        }
        return ids;
    }

    /** Everything as it is in the database: items with when to try them again, and dead items. */
    record Found(Map<WorkItem, Instant> retries, List<WorkItem> dead) {}

    /** Takes over what was found in the database, and drops those of the known that were not. */
    synchronized void synchronise(Found found, Set<UUID> known) {
        Map<UUID, WorkItem> live = new TreeMap<>();
        found.retries().keySet().forEach(item -> live.put(item.id(), item));
        Map<UUID, WorkItem> dead = new TreeMap<>();
        found.dead().forEach(item -> dead.put(item.id(), item));
        for (Consumer consumer : consumers.values()) {
            for (WorkItem item : List.copyOf(consumer.items)) {
                if (known.contains(item.id()) && !live.containsKey(item.id())) {
                    consumer.remove(item.id());
                }
            }
            for (WorkItem item : List.copyOf(consumer.dead.values())) {
                if (known.contains(item.id()) && !dead.containsKey(item.id())) {
                    consumer.release(consumer.dead.remove(item.id()));
                }
            }
        }
        found.dead().forEach(this::bury);
        found.retries().forEach((item, next) -> {
            if (next.toEpochMilli() > 0) {
                retry(item, next);
            } else {
                add(item);
            }
        });
    }
}

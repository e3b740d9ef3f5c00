package io.tikit.core.search;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.core.outbox.Delivery;
import io.tikit.core.outbox.FeedHub;
import io.tikit.core.outbox.Loop;
import io.tikit.core.pipeline.Gate;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Applies the feed of every tenant to this node's index. The index knows durably how far it came, so that after a crash
 * the rest is applied again, which changes nothing where it was there already.
 */
@Singleton
public final class IndexFeeder implements AutoCloseable {
    private static final int BATCH = 250;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration GAP = Duration.ofMillis(30);
    private static final long FLUSH_EVERY_NANOS = Duration.ofSeconds(3).toNanos();

    /** How far a tenant's index is. Whoever applies holds the lock; the figures may be read without it. */
    private static final class Progress {
        private final ReentrantLock lock = new ReentrantLock();
        private boolean known;
        private volatile long applied;
        private volatile boolean failing;
        private long flushed;
        private long flushedAt;
    }

    private final Map<TenantId, Progress> progress = new ConcurrentHashMap<>();
    private final Optional<SearchIndex> index;
    private final Storage storage;
    private final FeedHub hub;
    private final Delivery delivery;
    private final Gate gate;
    private final IndexDocuments documents;
    private final Loop loop;

    @Inject
    IndexFeeder(
            Optional<SearchIndex> index,
            Storage storage,
            FeedHub hub,
            Delivery delivery,
            Gate gate,
            IndexDocuments documents) {
        this.index = index;
        this.storage = storage;
        this.hub = hub;
        this.delivery = delivery;
        this.gate = gate;
        this.documents = documents;
        this.loop = new Loop("index", IDLE, GAP, this::step);
    }

    public void start() {
        if (index.isPresent()) {
            hub.addReader(loop::wake);
            loop.start();
        }
    }

    private boolean step() {
        if (delivery.isPaused()) {
            return false;
        }
        boolean more = false;
        RuntimeException failure = null;
        for (Map.Entry<TenantId, Long> head : hub.heads().entrySet()) {
            try {
                more |= follow(head.getKey(), head.getValue());
            } catch (RuntimeException e) {
                // One tenant's broken index must not hold back the others.
                progress(head.getKey()).failing = true;
                failure = e;
            }
        }
        if (failure != null && !more) {
            throw failure;
        }
        return more;
    }

    private boolean follow(TenantId tenant, long head) {
        Progress own = progress(tenant);
        if (!own.lock.tryLock()) {
            // It is being rebuilt, which must not hold back other tenants.
            return false;
        }
        try {
            return follow(tenant, head, own);
        } catch (RuntimeException e) {
            // What the index has after a failure, only the index knows.
            own.known = false;
            throw e;
        } finally {
            own.lock.unlock();
        }
    }

    private boolean follow(TenantId tenant, long head, Progress own) {
        SearchIndex target = index.orElseThrow(IndexFeeder::noIndex);
        if (!own.known) {
            own.flushed = target.position(tenant);
            own.applied = own.flushed;
            own.known = true;
        }
        boolean more = false;
        if (own.applied < head) {
            List<Feed.Change> changes = storage.feed().read(tenant, own.applied, BATCH);
            if (!changes.isEmpty()) {
                long position = changes.get(changes.size() - 1).position();
                target.apply(tenant, documents.of(tenant, changes, position));
                own.applied = position;
                more = position < head;
            }
        }
        flushIfDue(tenant, own, more);
        own.failing = false;
        return more;
    }

    private void flushIfDue(TenantId tenant, Progress own, boolean busy) {
        boolean due = System.nanoTime() - own.flushedAt > FLUSH_EVERY_NANOS;
        if ((own.applied > own.flushed && due && !busy) || own.applied > own.flushed + 20L * BATCH) {
            index.orElseThrow().flush(tenant);
            own.flushed = own.applied;
            own.flushedAt = System.nanoTime();
        }
    }

    private Progress progress(TenantId tenant) {
        return progress.computeIfAbsent(tenant, t -> new Progress());
    }

    /** Whether this node's index has a tenant's feed up to a position. */
    public boolean hasApplied(TenantId tenant, long position) {
        if (index.isEmpty()) {
            return true;
        }
        return progress(tenant).applied >= position;
    }

    /** Whether the index of some tenant cannot be used. */
    public boolean isFailing() {
        return progress.values().stream().anyMatch(p -> p.failing);
    }

    /** How many changes the index is behind, over all tenants. */
    public long behind() {
        return index.isEmpty()
                ? 0
                : hub.heads().entrySet().stream()
                        .mapToLong(head -> Math.max(0, head.getValue() - progress(head.getKey()).applied))
                        .sum();
    }

    /** Empties a tenant's index and fills it from storage; changes meanwhile are applied after it. */
    public void rebuild(TenantId tenant) {
        SearchIndex target = index.orElseThrow(IndexFeeder::noIndex);
        Progress own = progress(tenant);
        own.lock.lock();
        try {
            own.known = false;
            long head = storage.feed().head(tenant);
            target.erase(tenant);
            own.applied = 0;
            documents.forAll(tenant, batch -> {
                if (gate.isClosed() || Thread.currentThread().isInterrupted()) {
                    throw new UnavailableException(
                            ErrorCode.INDEX_UNAVAILABLE,
                            "the rebuilding of the index was stopped; start it again",
                            null);
                }
                target.apply(tenant, batch);
            });
            target.apply(tenant, new IndexBatch(head, List.of(), List.of()));
            target.flush(tenant);
            own.applied = head;
            own.flushed = head;
            own.known = true;
        } finally {
            own.lock.unlock();
        }
        loop.wake();
    }

    static UnavailableException noIndex() {
        return new UnavailableException(
                ErrorCode.INDEX_UNAVAILABLE,
                "this engine has no search index; add a plugin that brings one, such as tikit-lucene",
                null);
    }

    @Override
    public void close() {
        loop.close();
    }
}

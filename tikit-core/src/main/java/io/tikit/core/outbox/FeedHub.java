package io.tikit.core.outbox;

import io.tikit.api.TenantId;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Leases;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Gives committed changes their positions, when this node holds the lease, and tells the readers of this node how far the
 * feed of each tenant has come.
 */
@Singleton
public final class FeedHub implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration GAP = Duration.ofMillis(20);

    private final Map<TenantId, Long> heads = new ConcurrentHashMap<>();
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private final Storage storage;
    private final Delivery delivery;
    private final Wakers wakers;
    private final HeldLeases leases;
    private final Loop loop;
    private final Runnable waker;
    private volatile long version;

    @Inject
    FeedHub(Storage storage, Delivery delivery, Wakers wakers, Node node, EngineSettings settings) {
        this.storage = storage;
        this.delivery = delivery;
        this.wakers = wakers;
        this.leases = new HeldLeases(storage.leases(), node.name(), settings.leaseLength(), List.of(Feed.SEQUENCER));
        this.loop = new Loop("feed", IDLE, GAP, this::step);
        this.waker = loop::wake;
    }

    public void start() {
        wakers.add(waker);
        loop.start();
    }

    /** Whoever reads the feed; run whenever a head moves, quick and without exceptions. */
    public void addReader(Runnable reader) {
        readers.add(reader);
    }

    public void removeReader(Runnable reader) {
        readers.remove(reader);
    }

    /** The last position per tenant that this node knows of. */
    public Map<TenantId, Long> heads() {
        return heads;
    }

    public void wake() {
        loop.wake();
    }

    public boolean isFailing() {
        return loop.failure() != null;
    }

    /** Whether storage knows of no head that this node has not heard of. */
    public boolean isUpToDate() {
        return storage.feed().heads(version).positions().isEmpty();
    }

    private boolean step() {
        if (delivery.isPaused()) {
            return false;
        }
        Leases.Lease lease = leases.held().get(Feed.SEQUENCER);
        int sequenced = lease == null ? 0 : storage.feed().sequence(lease, BATCH);
        boolean moved = false;
        for (Feed.Heads news = storage.feed().heads(version);
                !news.positions().isEmpty();
                news = storage.feed().heads(version)) {
            heads.putAll(news.positions());
            version = news.version();
            moved = true;
        }
        if (moved) {
            readers.forEach(Runnable::run);
        }
        return sequenced == BATCH;
    }

    @Override
    public void close() {
        wakers.remove(waker);
        loop.close();
        leases.release();
    }
}

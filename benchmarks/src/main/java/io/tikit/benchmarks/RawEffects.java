package io.tikit.benchmarks;

import io.tikit.api.TenantId;
import io.tikit.api.conversation.Entry;
import io.tikit.api.ticket.Ticket;
import io.tikit.lucene.LucenePlugin;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.tck.TestPluginContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What follows a commit, done with the least code: one thread deletes the rows of done work, another one puts the same
 * documents into the same index. Both gather for a moment and work in batches, as the engine does; what waits is kept in
 * memory alone.
 */
final class RawEffects {
    private static final int BATCH = 250;
    private static final long GATHER_NANOS = Duration.ofMillis(20).toNanos();
    private static final long FLUSH_EVERY_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long FLUSH_EVERY_CHANGES = 20L * BATCH;

    private final RawDesk desk;
    private final DataSource source;
    private final SearchIndex index;
    private final Worker deleter = new Worker("raw-work", this::delete);
    private final Worker indexer = new Worker("raw-index", this::index);
    private long position;
    private long flushed;
    private long flushedAt = System.nanoTime();

    private RawEffects(RawDesk desk, DataSource source, SearchIndex index) {
        this.desk = desk;
        this.source = source;
        this.index = index;
    }

    static RawEffects start(RawDesk desk, DataSource source, Path home) {
        RawEffects effects = new RawEffects(desk, source, index(home));
        effects.deleter.thread.start();
        effects.indexer.thread.start();
        return effects;
    }

    private static SearchIndex index(Path home) {
        LucenePlugin plugin = new LucenePlugin();
        AtomicReference<@Nullable SearchIndex> found = new AtomicReference<>();
        plugin.contribute(
                new Contributions() {
                    @Override
                    public <S> void add(ExtensionPoint<S> point, String name, S part) {
                        if (part instanceof SearchIndex index) {
                            found.set(index);
                        }
                    }
                },
                TestPluginContext.of(plugin.descriptor(), InstantSource.system())
                        .withHome(home));
        SearchIndex index = Objects.requireNonNull(found.get(), "index");
        index.open();
        return index;
    }

    void add(Draft draft) {
        deleter.add(draft);
        indexer.add(draft);
    }

    private void delete(List<Draft> drafts) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(desk.deleteWork())) {
                for (Draft draft : drafts) {
                    desk.work().bind(statement, desk.workKey(), draft);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
        }
    }

    private void index(List<Draft> drafts) {
        List<Ticket> tickets = new ArrayList<>(drafts.size());
        List<Entry> entries = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            tickets.add(draft.ticket(desk.like()));
            entries.add(draft.entry());
        }
        position += drafts.size();
        TenantId tenant = desk.data().tenant();
        index.apply(tenant, new IndexBatch(position, tickets, entries));
        boolean due = System.nanoTime() - flushedAt > FLUSH_EVERY_NANOS;
        if ((due && indexer.waiting.isEmpty()) || position > flushed + FLUSH_EVERY_CHANGES) {
            index.flush(tenant);
            flushed = position;
            flushedAt = System.nanoTime();
        }
    }

    void finish() throws InterruptedException {
        deleter.finish();
        indexer.finish();
    }

    void end() throws InterruptedException {
        deleter.end();
        indexer.end();
        index.close();
    }

    /** What is done with a batch. */
    private interface Work {
        void with(List<Draft> drafts) throws SQLException;
    }

    private static final class Worker {
        final BlockingQueue<Draft> waiting = new LinkedBlockingQueue<>();
        final Thread thread;
        private final Work work;
        private long added;
        private long done;
        private @Nullable Throwable failure;
        private volatile boolean closed;

        Worker(String name, Work work) {
            this.work = work;
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
        }

        void add(Draft draft) {
            synchronized (this) {
                added++;
            }
            waiting.add(draft);
        }

        private void run() {
            List<Draft> batch = new ArrayList<>(BATCH);
            try {
                while (!closed) {
                    batch.clear();
                    batch.add(waiting.take());
                    if (waiting.size() < BATCH) {
                        LockSupport.parkNanos(GATHER_NANOS);
                    }
                    waiting.drainTo(batch, BATCH - 1);
                    work.with(batch);
                    synchronized (this) {
                        done += batch.size();
                        notifyAll();
                    }
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (SQLException | RuntimeException e) {
                synchronized (this) {
                    failure = e;
                    notifyAll();
                }
            }
        }

        synchronized void finish() throws InterruptedException {
            while (done < added) {
                if (failure != null) {
                    throw new IllegalStateException("what follows a commit failed on the raw side", failure);
                }
                wait();
            }
        }

        void end() throws InterruptedException {
            closed = true;
            thread.interrupt();
            thread.join();
        }
    }
}

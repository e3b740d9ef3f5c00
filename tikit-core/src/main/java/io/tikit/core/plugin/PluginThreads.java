package io.tikit.core.plugin;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of one plugin: none before the first task, ended when idle, interrupted when the engine closes. */
final class PluginThreads implements Executor, AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    private final AtomicInteger count = new AtomicInteger();
    private final String plugin;
    private final int most;
    private @Nullable ThreadPoolExecutor pool;
    private boolean closed;

    PluginThreads(String plugin, int most) {
        this.plugin = plugin;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        pool().execute(task);
    }

    private synchronized ThreadPoolExecutor pool() {
        if (closed) {
            throw new RejectedExecutionException("the engine is closed");
        }
        if (pool == null) {
            pool = new ThreadPoolExecutor(
                    most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), this::thread);
            pool.allowCoreThreadTimeOut(true);
        }
        return pool;
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tikit-plugin-" + plugin + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}

package io.tikit.quartz;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.spi.ThreadExecutor;
import org.quartz.spi.ThreadPool;

/**
 * The threads of a scheduler of our own: daemons, started when needed, ended at once. Quartz's own pool looks only twice
 * a second whether it should end.
 */
final class WakeThreads implements ThreadPool, ThreadExecutor {
    private static final int THREADS = 2;

    private final String name;
    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore free = new Semaphore(THREADS);
    private final ThreadPoolExecutor pool;
    private volatile Thread watch = new Thread();

    WakeThreads(String name) {
        this.name = name;
        this.pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Starts the thread of Quartz that watches the time. */
    @Override
    public void execute(Thread thread) {
        watch = thread;
        thread.start();
    }

    @Override
    public boolean runInThread(Runnable work) {
        free.acquireUninterruptibly();
        try {
            pool.execute(() -> {
                try {
                    work.run();
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            // Closing: the wish is forgotten, which Quartz need not complain about.
            free.release();
        }
        return true;
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    @Override
    public void shutdown(boolean waitForJobs) {
        pool.shutdown();
    }

    /** Waits for the threads to end, unless one of them asks. */
    boolean awaitEnd(long milliseconds) throws InterruptedException {
        if (Thread.currentThread().getName().startsWith(name)) {
            return true;
        }
        boolean ended = pool.awaitTermination(milliseconds, TimeUnit.MILLISECONDS);
        watch.join(milliseconds);
        return ended && !watch.isAlive();
    }

    @Override
    public int getPoolSize() {
        return THREADS;
    }

    @Override
    public void initialize() {
        // Threads start when they are needed.
    }

    @Override
    public void setInstanceId(String id) {
        // Named at the beginning.
    }

    @Override
    public void setInstanceName(String instance) {
        // Named at the beginning.
    }
}

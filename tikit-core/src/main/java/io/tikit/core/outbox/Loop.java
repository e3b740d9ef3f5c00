package io.tikit.core.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named thread that takes a step when it is woken, and now and then by itself, so that losing a wake-up loses nothing.
 * A step that fails is taken again after a pause that grows.
 */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Semaphore wakeUps = new Semaphore(0);
    private final Step step;
    private final Duration idle;
    private final Duration gap;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;

    /** What a loop does. */
    @FunctionalInterface
    public interface Step {
        /** Does a bounded amount and tells whether there may be more to do at once. */
        boolean take() throws Exception;
    }

    /**
     * Makes a loop that is not yet started.
     *
     * @param name names the thread
     * @param idle how long to wait when nobody wakes it
     * @param gap how long to gather before a step, so that many wake-ups become one step
     */
    public Loop(String name, Duration idle, Duration gap, Step step) {
        this.step = step;
        this.idle = idle;
        this.gap = gap;
        this.thread = new Thread(this::run, "tikit-" + name);
        thread.setDaemon(true);
    }

    public Loop start() {
        thread.start();
        return this;
    }

    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Why the last step failed; null when it did not. */
    public @Nullable Throwable failure() {
        return failure.get();
    }

    private void run() {
        int failures = 0;
        while (!closed) {
            try {
                boolean more = step.take();
                failures = 0;
                failure.set(null);
                if (!more) {
                    await(idle);
                }
            } catch (InterruptedException e) {
                if (!closed) {
                    LOG.debug("{} was interrupted", thread.getName());
                }
            } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
                // An error ends one step, not the thread, on which the whole node relies.
                failures++;
                if (closed) {
                    return;
                }
                if (failure.getAndSet(e) == null) {
                    LOG.warn("{} failed and goes on trying", thread.getName(), e);
                }
                pause(Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(failures, 10)));
            }
        }
    }

    private void await(Duration atMost) throws InterruptedException {
        if (wakeUps.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            // Waits a little for more to come, so that many wake-ups become one step; closing ends the wait.
            if (!gap.isZero() && closing.await(gap.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
            wakeUps.drainPermits();
        }
    }

    private void pause(long millis) {
        try {
            await(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            if (!closed) {
                LOG.debug("{} was interrupted", thread.getName());
            }
        }
    }

    /** Ends the thread after the step in progress; a step that waits is interrupted after a while. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        wake();
        if (thread == Thread.currentThread() || !thread.isAlive()) {
            return;
        }
        try {
            thread.join(2_000);
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(3_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

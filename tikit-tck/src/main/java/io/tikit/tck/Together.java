package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs tasks at the same time, each on a thread of its own.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Together {
    private Together() {}

    /**
     * Starts a task on a thread of its own.
     *
     * @param task the task
     * @param <T> what it gives
     * @return the result to come, see {@link #result}
     */
    public static <T> Future<T> start(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "tck");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    /**
     * Starts all tasks at one instant and waits for all of them.
     *
     * @param tasks the tasks
     * @param <T> what they give
     * @return the results, in the order of the tasks
     * @throws AssertionError if one fails or does not end in time
     */
    public static <T> List<T> all(List<? extends Callable<T>> tasks) {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(start(() -> {
                go.await();
                return task.call();
            }));
        }
        go.countDown();
        return futures.stream().map(Together::result).toList();
    }

    /**
     * Waits for a result.
     *
     * @param future where it will be
     * @param <T> the type of the result
     * @return the result
     * @throws AssertionError if the task failed or does not end in time
     */
    public static <T> T result(Future<T> future) {
        try {
            return future.get(2 * Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a task", e);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new AssertionError("a task did not end within " + 2 * Await.PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a task failed: " + e.getCause(), e.getCause());
        }
    }

    /**
     * Tells whether a task still runs after a short while, as one does that waits for a lock.
     *
     * @param future of the task
     * @return whether it has not ended
     */
    public static boolean stillRuns(Future<?> future) {
        try {
            future.get(300, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while watching a task", e);
        } catch (ExecutionException e) {
            return false;
        }
    }
}

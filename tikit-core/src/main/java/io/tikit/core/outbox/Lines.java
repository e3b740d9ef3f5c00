package io.tikit.core.outbox;

import io.tikit.core.plugin.Call;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A batch in lines: lines side by side on an executor, what is in a line one after the other. One that hangs is given up,
 * so that it holds back its own line only. For one thread.
 */
public final class Lines<T> {
    private static final long LOOK_EVERY_MILLIS = 50;

    /** Does one thing. */
    @FunctionalInterface
    public interface Step<T> {
        void take(T item) throws Exception;
    }

    private final Map<Object, Line<T>> lines = new LinkedHashMap<>();
    private final Map<Line<T>, FutureTask<Void>> running = new LinkedHashMap<>();
    private final Semaphore ended = new Semaphore(0);
    private final Executor executor;
    private final int threads;
    private final Function<T, Optional<Call>> calls;
    private final Step<T> step;

    /**
     * No lines yet.
     *
     * @param threads how many lines run at a time
     * @param calls begins the call that does one thing, and so says how long it may take; when it gives none, the line ends
     *     there without a failure
     */
    public Lines(Executor executor, int threads, Function<T, Optional<Call>> calls, Step<T> step) {
        this.executor = executor;
        this.threads = threads;
        this.calls = calls;
        this.step = step;
    }

    /** Puts something at the end of its line. */
    public void add(Object line, T item) {
        lines.computeIfAbsent(line, key -> new Line<>(step, calls, ended)).add(item);
    }

    /** The lines, in the order of their first things. */
    public Collection<Line<T>> all() {
        return Collections.unmodifiableCollection(lines.values());
    }

    /**
     * Runs all lines to their ends. When this thread is interrupted, what runs is given up.
     *
     * @param alive is run now and then meanwhile
     */
    public void run(Runnable alive) throws InterruptedException {
        Deque<Line<T>> waiting = new ArrayDeque<>(lines.values());
        try {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                while (!waiting.isEmpty() && running.size() < threads) {
                    start(waiting.remove());
                }
                ended.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                running.entrySet().removeIf(entry -> isThrough(entry.getKey(), entry.getValue()));
                alive.run();
            }
        } catch (InterruptedException e) {
            running.forEach((line, task) -> {
                line.abandon(e);
                task.cancel(true);
            });
            throw e;
        }
    }

    private void start(Line<T> line) {
        FutureTask<Void> task = new FutureTask<>(line, null);
        try {
            executor.execute(task);
            running.put(line, task);
        } catch (RejectedExecutionException e) {
            line.giveUp(e);
        }
    }

    private boolean isThrough(Line<T> line, FutureTask<Void> task) {
        if (line.isOverdue()) {
            line.abandon(new TimeoutException("not done in time"));
            task.cancel(true);
            return true;
        }
        return line.isOver();
    }
}

package io.tikit.samples.quickstart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A few threads that work through a list. The first failure ends the work. */
final class Crew {
    private static final int THREADS = 4;

    private final Screen screen;

    Crew(Screen screen) {
        this.screen = screen;
    }

    /** Does a step for each item and tells how long all took. */
    <T> Duration each(String job, Collection<T> items, Consumer<T> step) throws InterruptedException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> steps = new ArrayList<>();
            for (T item : items) {
                steps.add(threads.submit(() -> step.accept(item)));
            }
            int done = 0;
            for (Future<?> next : steps) {
                next.get();
                screen.progress(job, ++done, items.size());
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(job + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

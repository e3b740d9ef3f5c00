package io.tikit.core.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What must be done one after the other; ends at the first failure, or when it is given up. */
public final class Line<T> implements Runnable {
    private final List<T> items = new ArrayList<>(1);
    private final Lines.Step<T> step;
    private final Semaphore ended;
    private int through;
    private boolean over;
    private boolean given;
    private long startedAt;
    private @Nullable Throwable failure;

    Line(Lines.Step<T> step, Semaphore ended) {
        this.step = step;
        this.ended = ended;
    }

    void add(T item) {
        items.add(item);
    }

    @Override
    public void run() {
        try {
            for (T item : items) {
                if (!begin()) {
                    return;
                }
                step.take(item);
                finish();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(e);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            giveUp(e);
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        startedAt = System.nanoTime();
        given = true;
        return failure == null;
    }

    private synchronized void finish() {
        if (failure == null) {
            through++;
        }
    }

    private synchronized void end() {
        over = true;
        ended.release();
    }

    synchronized void giveUp(Throwable reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isOverdue(Duration most) {
        return given && !over && System.nanoTime() - startedAt > most.toNanos();
    }

    /** Those that are done. */
    public synchronized List<T> done() {
        return List.copyOf(items.subList(0, through));
    }

    /** Those that are not done: the first of them is the one that failed, if one did. */
    public synchronized List<T> open() {
        return List.copyOf(items.subList(through, items.size()));
    }

    /** Why the line ended early, if it did. */
    public synchronized @Nullable Throwable failure() {
        return failure;
    }
}

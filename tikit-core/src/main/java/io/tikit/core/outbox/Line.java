package io.tikit.core.outbox;

import io.tikit.core.plugin.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must be done one after the other; ends at the first failure, or when it is given up. */
public final class Line<T> implements Runnable {
    private final List<T> items = new ArrayList<>(1);
    private final Lines.Step<T> step;
    private final Function<T, Optional<Call>> calls;
    private final Semaphore ended;
    private int through;
    private boolean over;
    private @Nullable Call call;
    private @Nullable Throwable failure;

    Line(Lines.Step<T> step, Function<T, Optional<Call>> calls, Semaphore ended) {
        this.step = step;
        this.calls = calls;
        this.ended = ended;
    }

    void add(T item) {
        items.add(item);
    }

    @Override
    public void run() {
        try {
            for (T item : items) {
                if (!begin(item)) {
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

    private synchronized boolean begin(T item) {
        Optional<Call> begun = failure == null ? calls.apply(item) : Optional.empty();
        call = begun.orElse(call);
        return begun.isPresent();
    }

    private synchronized void finish() {
        endCall();
        if (failure == null) {
            through++;
        }
    }

    private void endCall() {
        if (call != null) {
            call.end();
        }
    }

    private synchronized void end() {
        endCall();
        over = true;
        ended.release();
    }

    /** Nobody waits for it any more; it counts as stuck until it comes back. */
    synchronized void abandon(Throwable reason) {
        giveUp(reason);
        if (call != null) {
            call.abandon();
        }
    }

    synchronized void giveUp(Throwable reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isOverdue() {
        return call != null && !over && call.isOverdue();
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

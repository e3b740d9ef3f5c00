package io.tikit.core.plugin;

import java.util.Set;

/** One call into a part: under way, overdue and given up, or over. Safe for use by several threads. */
public final class Call {
    private final Errand errand;
    private final Set<Call> stuck;
    private final long startedAt = System.nanoTime();
    private boolean over;

    Call(Errand errand, Set<Call> stuck) {
        this.errand = errand;
        this.stuck = stuck;
    }

    Errand errand() {
        return errand;
    }

    /** Whether it takes longer than it may. */
    public synchronized boolean isOverdue() {
        return !over && System.nanoTime() - startedAt > errand.atMost().toNanos();
    }

    /** Nobody waits for it any more; until it ends, it counts as stuck. */
    public synchronized void abandon() {
        if (!over) {
            stuck.add(this);
        }
    }

    /** It came back, in time or not. A second call does nothing. */
    public synchronized void end() {
        over = true;
        stuck.remove(this);
    }
}

package io.tikit.core.timer;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.storage.TimerQueue.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timers of one subject in a batch, in the order in which they are due; ends at the first failure. */
final class TimerLine implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TimerLine.class);

    private final List<Claim> claims = new ArrayList<>(1);
    private final TimerFiring firing;
    private final Semaphore ended;
    private int through;
    private boolean over;
    private boolean given;
    private long startedAt;
    private @Nullable Throwable failure;

    TimerLine(TimerFiring firing, Semaphore ended) {
        this.firing = firing;
        this.ended = ended;
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    @Override
    public void run() {
        try {
            for (Claim claim : claims) {
                if (!begin()) {
                    return;
                }
                fire(claim);
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

    private void fire(Claim claim) throws Exception {
        try {
            firing.fire(claim);
        } catch (ConflictException e) {
            if (e.code() != ErrorCode.TIMER_STALE) {
                throw e;
            }
            // Somebody else's now, or nobody's: nothing was done here, and nothing is left to do.
            LOG.debug("timer {} went stale", claim.timer().id());
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

    /** Those that are not done: the first of them is the one that failed, if one did. */
    synchronized List<Claim> open() {
        return List.copyOf(claims.subList(through, claims.size()));
    }

    synchronized @Nullable Throwable failed() {
        return failure;
    }
}

package io.tikit.core.pipeline;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets calls in while the engine is open, and lets closing wait until those inside are out. */
@Singleton
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Phaser inside = new Phaser(1);
    private volatile boolean closed;

    @Inject
    Gate() {}

    /** Runs a call that gives something. */
    public <R> R inside(Supplier<R> call) {
        admit();
        try {
            return call.get();
        } finally {
            inside.arriveAndDeregister();
        }
    }

    /** Runs a call. */
    public void enter(Runnable call) {
        admit();
        try {
            call.run();
        } finally {
            inside.arriveAndDeregister();
        }
    }

    private void admit() {
        if (closed || inside.register() < 0) {
            throw closedException();
        }
        if (closed) {
            inside.arriveAndDeregister();
            throw closedException();
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /** Lets nobody in any more and waits for those inside. */
    public void close(Duration atMost) {
        closed = true;
        int phase = inside.arriveAndDeregister();
        try {
            inside.awaitAdvanceInterruptibly(phase, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("closing although {} calls did not end within {}", inside.getRegisteredParties(), atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UnavailableException closedException() {
        return new UnavailableException(ErrorCode.ENGINE_CLOSED, "the engine is closed; build a new one", null);
    }
}

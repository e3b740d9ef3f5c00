package io.tikit.core.timer;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.core.outbox.Line;
import io.tikit.core.outbox.Lines;
import io.tikit.core.outbox.Retries;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Errand;
import io.tikit.core.plugin.PartOwners;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue.Claim;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a batch of claimed timers: subjects side by side, the timers of a subject one after the other. */
final class TimerRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TimerRunner.class);

    private final TimerFiring firing;
    private final Storage storage;
    private final EngineSettings settings;
    private final Time time;
    private final Executor executor;
    private final Containment containment;
    private final PartOwners owners;

    @Inject
    TimerRunner(
            TimerFiring firing,
            Storage storage,
            EngineSettings settings,
            Time time,
            Executor executor,
            Containment containment,
            PartOwners owners) {
        this.firing = firing;
        this.storage = storage;
        this.settings = settings;
        this.time = time;
        this.executor = executor;
        this.containment = containment;
        this.owners = owners;
    }

    /** Whether so many calls of a handler hang that it is asked about no more timers until one comes back. */
    boolean isStuck(String handler) {
        return containment.isStuck(errand(handler));
    }

    private Errand errand(String handler) {
        return Errand.of(
                owners.ofTimerHandler(handler).orElse("tikit"), "handle timers as " + handler, settings.workTimeout());
    }

    /** Runs a batch to its end; claims are kept alive meanwhile, and given back when the thread is interrupted. */
    void run(List<Claim> claims) throws InterruptedException {
        Lines<Claim> lines = new Lines<>(
                executor,
                settings.timerThreads(),
                claim -> containment.begin(errand(claim.timer().handler())),
                this::fire);
        claims.forEach(
                claim -> lines.add(claim.timer().subject().orElse(claim.timer().id()), claim));
        AtomicLong prolonged = new AtomicLong(System.nanoTime());
        try {
            lines.run(() -> {
                if (System.nanoTime() - prolonged.get() > settings.leaseLength().toNanos() / 3) {
                    storage.timers().prolong(open(lines), settings.leaseLength());
                    prolonged.set(System.nanoTime());
                }
            });
        } catch (InterruptedException e) {
            storage.timers().release(open(lines));
            throw e;
        }
        settle(lines);
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

    private static List<Claim> open(Lines<Claim> lines) {
        return lines.all().stream().flatMap(line -> line.open().stream()).toList();
    }

    /** What failed waits for another try; what came after it in its line, and what the engine itself ended, is given back. */
    private void settle(Lines<Claim> lines) {
        List<Claim> back = new ArrayList<>();
        for (Line<Claim> line : lines.all()) {
            List<Claim> open = line.open();
            if (open.isEmpty()) {
                continue;
            }
            Throwable failure = line.failure();
            if (failure == null || isOurs(failure)) {
                back.addAll(open);
            } else {
                fail(open.get(0), failure);
                back.addAll(open.subList(1, open.size()));
            }
        }
        storage.timers().release(back);
    }

    private static boolean isOurs(Throwable failure) {
        return failure instanceof RejectedExecutionException
                || (failure instanceof TikitException known && known.code() == ErrorCode.ENGINE_CLOSED);
    }

    private void fail(Claim claim, Throwable failure) {
        int attempts = claim.attempts() + 1;
        Instant now = time.instant();
        String error = Retries.describe(failure);
        if (attempts >= settings.workAttempts()) {
            LOG.warn(
                    "timer {} of handler {} is given up after {} tries: {}",
                    claim.timer().id(),
                    claim.timer().handler(),
                    attempts,
                    failure.getClass().getName());
            storage.timers().bury(claim, attempts, now, error);
        } else {
            LOG.debug("timer {} failed", claim.timer().id(), failure);
            storage.timers().retry(claim, attempts, now.plus(Retries.pause(attempts, settings.workBackoff())), error);
        }
    }
}

package io.tikit.core.timer;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.core.outbox.Retries;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue.Claim;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a batch of claimed timers: subjects side by side, the timers of a subject one after the other. */
final class TimerRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TimerRunner.class);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final TimerFiring firing;
    private final Storage storage;
    private final EngineSettings settings;
    private final Time time;
    private final Executor executor;

    @Inject
    TimerRunner(TimerFiring firing, Storage storage, EngineSettings settings, Time time, Executor executor) {
        this.firing = firing;
        this.storage = storage;
        this.settings = settings;
        this.time = time;
        this.executor = executor;
    }

    /** Runs a batch to its end; claims are kept alive meanwhile, and given back when the thread is interrupted. */
    void run(List<Claim> claims) throws InterruptedException {
        Semaphore ended = new Semaphore(0);
        Map<UUID, TimerLine> lines = new LinkedHashMap<>();
        claims.forEach(claim -> lines.computeIfAbsent(
                        claim.timer().subject().orElse(claim.timer().id()), id -> new TimerLine(firing, ended))
                .add(claim));
        Deque<TimerLine> waiting = new ArrayDeque<>(lines.values());
        Map<TimerLine, FutureTask<Void>> running = new LinkedHashMap<>();
        long prolonged = System.nanoTime();
        try {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                while (!waiting.isEmpty() && running.size() < settings.timerThreads()) {
                    start(waiting.remove(), running);
                }
                ended.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                running.entrySet().removeIf(entry -> isThrough(entry.getKey(), entry.getValue()));
                if (System.nanoTime() - prolonged > settings.leaseLength().toNanos() / 3) {
                    storage.timers().prolong(open(lines.values()), settings.leaseLength());
                    prolonged = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            running.forEach((line, task) -> {
                line.giveUp(e);
                task.cancel(true);
            });
            storage.timers().release(open(lines.values()));
            throw e;
        }
        settle(lines.values());
    }

    private void start(TimerLine line, Map<TimerLine, FutureTask<Void>> running) {
        FutureTask<Void> task = new FutureTask<>(line, null);
        try {
            executor.execute(task);
            running.put(line, task);
        } catch (RejectedExecutionException e) {
            line.giveUp(e);
        }
    }

    private boolean isThrough(TimerLine line, FutureTask<Void> task) {
        if (line.isOverdue(settings.workTimeout())) {
            line.giveUp(new TimeoutException("not done within " + settings.workTimeout()));
            task.cancel(true);
            return true;
        }
        return line.isOver();
    }

    private static List<Claim> open(Collection<TimerLine> lines) {
        List<Claim> open = new ArrayList<>();
        lines.forEach(line -> open.addAll(line.open()));
        return open;
    }

    /** What failed waits for another try; what came after it in its line, and what the engine itself ended, is given back. */
    private void settle(Collection<TimerLine> lines) {
        List<Claim> back = new ArrayList<>();
        for (TimerLine line : lines) {
            List<Claim> open = line.open();
            if (open.isEmpty()) {
                continue;
            }
            Throwable failure = line.failed();
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

package io.tikit.core.timer;

import io.tikit.core.outbox.Delivery;
import io.tikit.core.outbox.Loop;
import io.tikit.core.outbox.Wakers;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue;
import io.tikit.spi.storage.TimerQueue.Claim;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, batch by batch. The scheduler wakes it at the next instant; it also looks by itself, so that losing a
 * scheduler, or a timer that another node scheduled, is found a little later.
 */
@Singleton
public final class TimerLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimerLoop.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    /** Small enough that what one node has claimed and not begun is not late, large enough to claim seldom. */
    private static final int BATCH_PER_THREAD = 16;

    /** How long to wait for a batch before a look at what is next is taken as it is. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final String WISH = "tikit-timers";

    private final TimerHandlers known;
    private final TimerRunner runner;
    private final Storage storage;
    private final Delivery delivery;
    private final EngineSettings settings;
    private final Time time;
    private final Optional<Scheduler> scheduler;
    private final Wakers wakers;
    private final Loop loop;
    /** Odd while a batch is being done. */
    private final AtomicLong turns = new AtomicLong();

    private volatile Set<String> handlers = Set.of();
    private volatile boolean schedulerFailing;

    @Inject
    TimerLoop(
            TimerHandlers handlers,
            TimerRunner runner,
            Storage storage,
            Delivery delivery,
            EngineSettings settings,
            Time time,
            Optional<Scheduler> scheduler,
            Wakers wakers) {
        this.known = handlers;
        this.runner = runner;
        this.storage = storage;
        this.delivery = delivery;
        this.settings = settings;
        this.time = time;
        this.scheduler = scheduler;
        this.wakers = wakers;
        this.loop = new Loop("timers", IDLE, Duration.ZERO, this::step);
    }

    /** Begins, unless no plugin that runs handles timers. */
    public void start() {
        handlers = known.running();
        if (!handlers.isEmpty()) {
            wakers.onTimers(loop::wake);
            loop.start();
        }
    }

    public void wake() {
        loop.wake();
    }

    private boolean step() throws InterruptedException {
        if (delivery.isPaused()) {
            return false;
        }
        Instant now = time.instant();
        TimerQueue queue = storage.timers();
        Optional<Instant> next = queue.nextDue(handlers, Instant.MIN);
        if (next.filter(at -> !at.isAfter(now)).isPresent()) {
            List<Claim> claims = claim(queue, now);
            if (!claims.isEmpty()) {
                turns.incrementAndGet();
                try {
                    runner.run(claims);
                } finally {
                    turns.incrementAndGet();
                }
                return true;
            }
            // What is due is in other hands, so that the next wish is for what comes after it.
            next = queue.nextDue(handlers, now);
        }
        next.ifPresent(this::wish);
        return false;
    }

    private boolean isDue(Instant upTo) {
        return storage.timers()
                .nextDue(handlers, Instant.MIN)
                .filter(next -> !next.isAfter(upTo))
                .isPresent();
    }

    /** Those of handlers that hang wait until one of the hanging calls comes back. */
    private List<Claim> claim(TimerQueue queue, Instant now) {
        Set<String> able =
                handlers.stream().filter(handler -> !runner.isStuck(handler)).collect(Collectors.toUnmodifiableSet());
        return able.isEmpty()
                ? List.of()
                : queue.claim(able, now, settings.leaseLength(), BATCH_PER_THREAD * settings.timerThreads());
    }

    private void wish(Instant at) {
        if (scheduler.isEmpty()) {
            return;
        }
        try {
            scheduler.get().wake(WISH, at, loop::wake);
            schedulerFailing = false;
        } catch (RuntimeException e) {
            if (!schedulerFailing) {
                LOG.warn("the scheduler fails; timers are found by polling instead", e);
            }
            schedulerFailing = true;
        }
    }

    /** Whether the scheduler failed to take the last wish. */
    public boolean isSchedulerFailing() {
        return schedulerFailing;
    }

    /** Whether a timer of this engine's handlers is due by an instant and not done. */
    public boolean isBusy(Instant upTo) {
        if (handlers.isEmpty()) {
            return false;
        }
        long before = turns.get();
        boolean due = isDue(upTo);
        return due || isRunning(before);
    }

    /** When the earliest timer of this engine's handlers is to be done. */
    public Optional<Instant> next() {
        if (handlers.isEmpty()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        while (true) {
            long before = turns.get();
            Optional<Instant> next = storage.timers().nextDue(handlers, Instant.MIN);
            if (!isRunning(before) || System.nanoTime() - start > SETTLING.toNanos()) {
                return next;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Whether something was done since, so that what was read may lie between a timer and the one that follows it. */
    private boolean isRunning(long before) {
        return before % 2 != 0 || turns.get() != before;
    }

    @Override
    public void close() {
        wakers.onTimers(() -> {});
        loop.close();
        try {
            scheduler.ifPresent(s -> s.cancel(WISH));
        } catch (RuntimeException e) {
            LOG.debug("the scheduler did not take back a wish", e);
        }
    }
}

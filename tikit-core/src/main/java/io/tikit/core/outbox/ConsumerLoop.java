package io.tikit.core.outbox;

import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the work of one consumer in those buckets whose lease this node holds, batch by batch. */
final class ConsumerLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final int BATCH = 256;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration GAP = Duration.ofMillis(10);

    private final String consumer;
    private final WorkRunner runner;
    private final Storage storage;
    private final Delivery delivery;
    private final Time time;
    private final Optional<Scheduler> scheduler;
    private final HeldLeases leases;
    private final Loop loop;
    private final Runnable waker;
    private volatile boolean schedulerFailing;

    ConsumerLoop(
            String consumer,
            WorkRunner runner,
            Storage storage,
            Delivery delivery,
            Node node,
            EngineSettings settings,
            Time time,
            Optional<Scheduler> scheduler) {
        this.consumer = consumer;
        this.runner = runner;
        this.storage = storage;
        this.delivery = delivery;
        this.time = time;
        this.scheduler = scheduler;
        List<String> names = IntStream.range(0, WorkItem.BUCKETS)
                .mapToObj(bucket -> prefix() + bucket)
                .toList();
        this.leases = new HeldLeases(storage.leases(), node.name(), settings.leaseLength(), names);
        this.loop = new Loop("work-" + consumer, IDLE, GAP, this::step);
        this.waker = loop::wake;
    }

    void start() {
        loop.start();
    }

    Runnable waker() {
        return waker;
    }

    private String prefix() {
        return "work/" + consumer + "/";
    }

    private boolean step() throws InterruptedException {
        if (delivery.isPaused() || runner.isStuck()) {
            return false;
        }
        Set<Integer> buckets = new HashSet<>();
        for (String name : leases.held().keySet()) {
            buckets.add(Integer.parseInt(name.substring(prefix().length())));
        }
        if (buckets.isEmpty()) {
            return false;
        }
        List<WorkItem> items = storage.work().due(consumer, buckets, time.instant(), Set.of(), BATCH);
        if (items.isEmpty()) {
            return false;
        }
        boolean failed = runner.run(items, leases::held);
        if (failed) {
            wakeForRetry();
        }
        return true;
    }

    /** Without a scheduler, or with one that fails, the loop looks by itself, only a little later. */
    private void wakeForRetry() {
        if (scheduler.isEmpty()) {
            return;
        }
        Optional<Instant> next = storage.work().nextRetry(consumer, time.instant());
        try {
            next.ifPresent(at -> scheduler.get().wake("tikit-work-" + consumer, at, waker));
            schedulerFailing = false;
        } catch (RuntimeException e) {
            if (!schedulerFailing) {
                LOG.warn("the scheduler fails; consumer {} polls instead", consumer, e);
            }
            schedulerFailing = true;
        }
    }

    boolean isSchedulerFailing() {
        return schedulerFailing;
    }

    @Override
    public void close() {
        loop.close();
        try {
            scheduler.ifPresent(s -> s.cancel("tikit-work-" + consumer));
        } catch (RuntimeException e) {
            LOG.debug("the scheduler did not take back a wish of consumer {}", consumer, e);
        }
        leases.release();
    }
}

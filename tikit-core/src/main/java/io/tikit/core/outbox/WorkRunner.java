package io.tikit.core.outbox;

import io.tikit.api.Desk;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a batch of work to a consumer: tickets side by side, the events of a ticket one after the other. */
final class WorkRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final WorkConsumer consumer;
    private final Storage storage;
    private final RecentCommits recent;
    private final EngineSettings settings;
    private final Time time;
    private final Executor executor;
    private final ReactionDesks desks;

    WorkRunner(
            WorkConsumer consumer,
            Storage storage,
            RecentCommits recent,
            EngineSettings settings,
            Time time,
            Executor executor,
            ReactionDesks desks) {
        this.consumer = consumer;
        this.storage = storage;
        this.recent = recent;
        this.settings = settings;
        this.time = time;
        this.executor = executor;
        this.desks = desks;
    }

    /** The work of one ticket in this batch; ends at the first failure, or when it is given up. */
    private final class Line implements Runnable {
        final List<WorkItem> items = new ArrayList<>();
        private final List<WorkItem> done = new ArrayList<>();
        private final Map<EventId, Event> events;
        private final Semaphore ended;
        private @Nullable Throwable failure;
        private boolean over;
        private boolean given;
        private long startedAt;

        Line(Map<EventId, Event> events, Semaphore ended) {
            this.events = events;
            this.ended = ended;
        }

        @Override
        public void run() {
            try {
                for (WorkItem item : items) {
                    if (!begin()) {
                        return;
                    }
                    Event event = events.get(item.event().event());
                    if (event != null) {
                        consumer.handle(new Task(event, item.attempts() + 1));
                    }
                    finish(item);
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

        private synchronized void finish(WorkItem item) {
            if (failure == null) {
                done.add(item);
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

        synchronized boolean isOverdue() {
            return given
                    && !over
                    && System.nanoTime() - startedAt > settings.workTimeout().toNanos();
        }

        synchronized List<WorkItem> finished() {
            return List.copyOf(done);
        }

        synchronized @Nullable Throwable failed() {
            return failure;
        }
    }

    /**
     * Runs a batch to its end and tells whether something failed.
     *
     * @param alive is run now and then meanwhile, to keep the leases
     */
    boolean run(List<WorkItem> items, Runnable alive) throws InterruptedException {
        Semaphore ended = new Semaphore(0);
        Map<EventId, Event> events = load(items);
        Map<UUID, Line> lines = new LinkedHashMap<>();
        items.forEach(item -> lines.computeIfAbsent(item.event().subject(), id -> new Line(events, ended))
                .items
                .add(item));
        Deque<Line> waiting = new ArrayDeque<>(lines.values());
        Map<Line, FutureTask<Void>> running = new LinkedHashMap<>();
        try {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                while (!waiting.isEmpty() && running.size() < settings.workThreads()) {
                    start(waiting.remove(), running);
                }
                ended.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                running.entrySet().removeIf(entry -> isThrough(entry.getKey(), entry.getValue()));
                alive.run();
            }
        } catch (InterruptedException e) {
            running.forEach((line, task) -> {
                line.giveUp(e);
                task.cancel(true);
            });
            settle(lines.values(), false);
            throw e;
        }
        return settle(lines.values(), true);
    }

    private void start(Line line, Map<Line, FutureTask<Void>> running) {
        FutureTask<Void> task = new FutureTask<>(line, null);
        try {
            executor.execute(task);
            running.put(line, task);
        } catch (RejectedExecutionException e) {
            line.giveUp(e);
        }
    }

    /** One that hangs is given up, so that it holds back its own ticket only. */
    private boolean isThrough(Line line, FutureTask<Void> task) {
        if (line.isOverdue()) {
            line.giveUp(new TimeoutException("not done within " + settings.workTimeout()));
            task.cancel(true);
            return true;
        }
        return line.isOver();
    }

    private Map<EventId, Event> load(List<WorkItem> items) {
        Map<io.tikit.api.TenantId, List<EventRef>> byTenant = new HashMap<>();
        items.forEach(item ->
                byTenant.computeIfAbsent(item.tenant(), t -> new ArrayList<>()).add(item.event()));
        Map<EventId, Event> events = new HashMap<>();
        byTenant.forEach((tenant, refs) -> {
            try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
                recent.events(unit, refs).forEach(event -> events.put(event.id(), event));
            }
        });
        return events;
    }

    /** Removes what is done; failures count as tries unless the engine itself ended them. */
    private boolean settle(Iterable<Line> lines, boolean count) {
        List<WorkItem> done = new ArrayList<>();
        boolean failed = false;
        for (Line line : lines) {
            List<WorkItem> finished = line.finished();
            done.addAll(finished);
            Throwable failure = line.failed();
            if (count && failure != null && finished.size() < line.items.size()) {
                failed = true;
                fail(line.items.get(finished.size()), failure);
            }
        }
        if (!done.isEmpty()) {
            storage.work().done(done);
        }
        return failed;
    }

    private void fail(WorkItem item, Throwable failure) {
        int attempts = item.attempts() + 1;
        Instant now = time.instant();
        String error = Retries.describe(failure);
        if (attempts >= settings.workAttempts()) {
            LOG.warn(
                    "consumer {} gives up on event {} after {} tries: {}",
                    consumer.name(),
                    item.event().event(),
                    attempts,
                    failure.getClass().getName());
            storage.work().bury(item, attempts, now, error);
        } else {
            LOG.debug(
                    "consumer {} failed on event {}",
                    consumer.name(),
                    item.event().event(),
                    failure);
            storage.work().retry(item, attempts, now.plus(Retries.pause(attempts, settings.workBackoff())), error);
        }
    }

    private final class Task implements Work {
        private final Event event;
        private final int attempt;
        private final Desk desk;

        Task(Event event, int attempt) {
            this.event = event;
            this.attempt = attempt;
            this.desk = desks.reactingTo(event, consumer.name());
        }

        @Override
        public Event event() {
            return event;
        }

        @Override
        public String key() {
            return consumer.name() + "/" + event.id();
        }

        @Override
        public int attempt() {
            return attempt;
        }

        @Override
        public Desk desk() {
            return desk;
        }
    }
}

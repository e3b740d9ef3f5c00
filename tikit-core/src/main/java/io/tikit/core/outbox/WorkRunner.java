package io.tikit.core.outbox;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Errand;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a batch of work to a consumer: tickets side by side, the events of a ticket one after the other. */
final class WorkRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);

    private final WorkConsumer consumer;
    private final Storage storage;
    private final RecentCommits recent;
    private final EngineSettings settings;
    private final Time time;
    private final Executor executor;
    private final ReactionDesks desks;
    private final Containment containment;
    private final Errand errand;

    WorkRunner(
            WorkConsumer consumer,
            Storage storage,
            RecentCommits recent,
            EngineSettings settings,
            Time time,
            Executor executor,
            ReactionDesks desks,
            Containment containment,
            Errand errand) {
        this.consumer = consumer;
        this.storage = storage;
        this.recent = recent;
        this.settings = settings;
        this.time = time;
        this.executor = executor;
        this.desks = desks;
        this.containment = containment;
        this.errand = errand;
    }

    /** Whether so many calls of the consumer hang that it is given no more work until one comes back. */
    boolean isStuck() {
        return containment.isStuck(errand);
    }

    /**
     * Runs a batch to its end and tells whether something failed.
     *
     * @param alive is run now and then meanwhile, to keep the leases
     */
    boolean run(List<WorkItem> items, Runnable alive) throws InterruptedException {
        Map<EventId, Event> events = load(items);
        Lines<WorkItem> lines =
                new Lines<>(executor, settings.workThreads(), item -> containment.begin(errand), item -> {
                    Event event = events.get(item.event().event());
                    if (event != null) {
                        consumer.handle(new Task(event, item.attempts() + 1));
                    }
                });
        items.forEach(item -> lines.add(item.event().subject(), item));
        try {
            lines.run(alive);
        } catch (InterruptedException e) {
            settle(lines, false);
            throw e;
        }
        return settle(lines, true);
    }

    private Map<EventId, Event> load(List<WorkItem> items) {
        Map<TenantId, List<EventRef>> byTenant = new HashMap<>();
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
    private boolean settle(Lines<WorkItem> lines, boolean count) {
        List<WorkItem> done = new ArrayList<>();
        boolean failed = false;
        for (Line<WorkItem> line : lines.all()) {
            done.addAll(line.done());
            List<WorkItem> open = line.open();
            Throwable failure = line.failure();
            if (count && failure != null && !open.isEmpty()) {
                failed = true;
                fail(open.get(0), failure);
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

package io.tikit.core.engine;

import io.tikit.api.health.Health;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import io.tikit.core.attachment.AttachmentHealth;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.event.Subscriptions;
import io.tikit.core.interceptor.Interceptors;
import io.tikit.core.login.BreachedPasswords;
import io.tikit.core.outbox.Delivery;
import io.tikit.core.outbox.WorkDispatcher;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Errand;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.core.search.IndexFeeder;
import io.tikit.core.timer.TimerLoop;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue;
import io.tikit.spi.storage.WorkQueue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every part and says what is wrong with it. */
@Singleton
final class HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);
    private static final Duration LAG = Duration.ofSeconds(30);
    private static final long INDEX_LAG = 5_000;

    private static final Errand SIGN_OF_LIFE =
            Errand.of("storage", "give a sign of life", Duration.ofSeconds(20)).uninterrupted();

    private final Gate gate;
    private final Storage storage;
    private final Time time;
    private final Delivery delivery;
    private final IndexFeeder feeder;
    private final WorkDispatcher dispatcher;
    private final Subscriptions subscriptions;
    private final TimerLoop timers;
    private final Snapshots snapshots;
    private final Interceptors interceptors;
    private final Containment containment;
    private final PluginHealth plugins;
    private final AttachmentHealth attachments;
    private final BreachedPasswords breached;

    @Inject
    HealthCheck(
            Gate gate,
            Storage storage,
            Time time,
            Delivery delivery,
            IndexFeeder feeder,
            WorkDispatcher dispatcher,
            Subscriptions subscriptions,
            TimerLoop timers,
            Snapshots snapshots,
            Interceptors interceptors,
            Containment containment,
            PluginHealth plugins,
            AttachmentHealth attachments,
            BreachedPasswords breached) {
        this.gate = gate;
        this.storage = storage;
        this.time = time;
        this.delivery = delivery;
        this.feeder = feeder;
        this.dispatcher = dispatcher;
        this.subscriptions = subscriptions;
        this.timers = timers;
        this.snapshots = snapshots;
        this.interceptors = interceptors;
        this.containment = containment;
        this.plugins = plugins;
        this.attachments = attachments;
        this.breached = breached;
    }

    Health look() {
        List<HealthFinding> found = new ArrayList<>();
        if (gate.isClosed()) {
            found.add(new HealthFinding(HealthReason.ENGINE_CLOSED, "engine", "the engine is closed"));
            return new Health(found);
        }
        if (delivery.isPaused()) {
            found.add(new HealthFinding(HealthReason.DELIVERY_PAUSED, "delivery", "an operator paused delivery"));
        }
        try {
            containment.tell(SIGN_OF_LIFE, storage::ping);
            backlog(found);
        } catch (RuntimeException e) {
            LOG.debug("storage gives no sign of life", e);
            found.add(new HealthFinding(
                    HealthReason.STORAGE_DOWN,
                    "storage",
                    "no answer: " + e.getClass().getSimpleName()));
        }
        if (feeder.isFailing()) {
            found.add(new HealthFinding(
                    HealthReason.INDEX_DOWN, "search index", "a tenant's index fails; see the log, or rebuild it"));
        }
        long behind = feeder.behind();
        if (behind > INDEX_LAG) {
            found.add(new HealthFinding(
                    HealthReason.INDEX_LAGGING,
                    "search index",
                    behind + " changes wait to be indexed",
                    Map.of("count", behind)));
        }
        if (dispatcher.isSchedulerFailing() || timers.isSchedulerFailing()) {
            found.add(new HealthFinding(
                    HealthReason.SCHEDULER_DOWN,
                    "scheduler",
                    "it takes no wishes; timers and retries are found by polling"));
        }
        snapshots
                .suspended()
                .forEach(
                        (tenant, count) -> found.add(
                                new HealthFinding(
                                        HealthReason.CONFIGURATION_SUSPENDED,
                                        tenant.value(),
                                        count
                                                + " documents of the configuration are of a kind or format that this engine does not know")));
        for (String name : subscriptions.failing()) {
            found.add(new HealthFinding(
                    HealthReason.SUBSCRIPTION_FAILING, name, "its listener fails and is tried again"));
        }
        for (String name : interceptors.failing()) {
            found.add(new HealthFinding(
                    HealthReason.INTERCEPTOR_FAILING, name, "it failed or gave no answer in time when asked last"));
        }
        found.addAll(plugins.findings());
        found.addAll(attachments.findings());
        found.addAll(breached.findings());
        return new Health(found);
    }

    private void backlog(List<HealthFinding> found) {
        Instant limit = time.instant().minus(LAG);
        WorkQueue.Backlog backlog = storage.work().backlog();
        if (backlog.dead() > 0) {
            found.add(new HealthFinding(
                    HealthReason.DEAD_LETTERS,
                    "work",
                    backlog.dead() + " deliveries failed for good and wait to be replayed",
                    Map.of("count", backlog.dead())));
        }
        backlog.oldest()
                .filter(limit::isAfter)
                .ifPresent(oldest -> found.add(new HealthFinding(
                        HealthReason.WORK_LAGGING,
                        "work",
                        backlog.waiting() + " deliveries wait, the oldest since " + oldest,
                        Map.of("count", backlog.waiting(), "since", oldest))));
        TimerQueue.Backlog late = storage.timers().backlog(time.instant());
        if (late.dead() > 0) {
            found.add(new HealthFinding(
                    HealthReason.DEAD_LETTERS,
                    "timers",
                    late.dead() + " timers failed for good and wait to be replayed",
                    Map.of("count", late.dead())));
        }
        late.oldest()
                .filter(limit::isAfter)
                .ifPresent(oldest -> found.add(new HealthFinding(
                        HealthReason.TIMERS_LAGGING,
                        "timers",
                        late.due() + " timers are due, the oldest since " + oldest,
                        Map.of("count", late.due(), "since", oldest))));
        Optional<Instant> waiting = storage.feed().oldestWaiting();
        waiting.filter(limit::isAfter)
                .ifPresent(oldest -> found.add(new HealthFinding(
                        HealthReason.FEED_LAGGING,
                        "feed",
                        "changes wait for their place since " + oldest,
                        Map.of("since", oldest))));
    }
}

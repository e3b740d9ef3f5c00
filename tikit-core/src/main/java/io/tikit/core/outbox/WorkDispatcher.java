package io.tikit.core.outbox;

import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Errand;
import io.tikit.core.plugin.PartOwners;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keeps one {@link ConsumerLoop} per consumer running. */
@Singleton
public final class WorkDispatcher implements AutoCloseable {
    private static final Set<Integer> ALL_BUCKETS =
            IntStream.range(0, WorkItem.BUCKETS).boxed().collect(Collectors.toUnmodifiableSet());

    private final Map<String, ConsumerLoop> loops = new ConcurrentHashMap<>();
    private final Consumers consumers;
    private final Storage storage;
    private final RecentCommits recent;
    private final Delivery delivery;
    private final Wakers wakers;
    private final Node node;
    private final EngineSettings settings;
    private final Time time;
    private final Executor executor;
    private final Optional<Scheduler> scheduler;
    private final ReactionDesks desks;
    private final Containment containment;
    private final PluginHealth health;
    private final PartOwners owners;

    @Inject
    WorkDispatcher(
            Consumers consumers,
            Storage storage,
            RecentCommits recent,
            Delivery delivery,
            Wakers wakers,
            Node node,
            EngineSettings settings,
            Time time,
            Executor executor,
            Optional<Scheduler> scheduler,
            ReactionDesks desks,
            Containment containment,
            PluginHealth health,
            PartOwners owners) {
        this.consumers = consumers;
        this.storage = storage;
        this.recent = recent;
        this.delivery = delivery;
        this.wakers = wakers;
        this.node = node;
        this.settings = settings;
        this.time = time;
        this.executor = executor;
        this.scheduler = scheduler;
        this.desks = desks;
        this.containment = containment;
        this.health = health;
        this.owners = owners;
    }

    /** Takes up the work of all consumers but those of plugins that are left out; theirs waits. */
    public void start() {
        consumers.all().stream()
                .filter(consumer -> owners.ofConsumer(consumer.name())
                        .filter(health::isDown)
                        .isEmpty())
                .forEach(this::add);
    }

    /** Takes up the work of a consumer; one that comes later, such as a subscription, is added when it comes. */
    public void add(WorkConsumer consumer) {
        WorkRunner runner = new WorkRunner(
                consumer, storage, recent, settings, time, executor, desks, containment, errand(consumer.name()));
        ConsumerLoop loop =
                new ConsumerLoop(consumer.name(), runner, storage, delivery, node, settings, time, scheduler);
        if (loops.putIfAbsent(consumer.name(), loop) != null) {
            throw new IllegalStateException("consumer " + consumer.name() + " is running already");
        }
        wakers.add(loop.waker());
        loop.start();
    }

    private Errand errand(String consumer) {
        return Errand.of(
                owners.ofConsumer(consumer).orElse("tikit"), "handle work as " + consumer, settings.workTimeout());
    }

    /** Lets go of a consumer; its work waits. */
    public void remove(String consumer) {
        ConsumerLoop loop = loops.remove(consumer);
        if (loop != null) {
            wakers.remove(loop.waker());
            loop.close();
        }
    }

    /** Whether the scheduler failed to take the last wish of some consumer. */
    public boolean isSchedulerFailing() {
        return loops.values().stream().anyMatch(ConsumerLoop::isSchedulerFailing);
    }

    public void wakeAll() {
        loops.values().forEach(loop -> loop.waker().run());
    }

    /** Whether work that happened up to an instant waits for its first try or is in hand. */
    public boolean isBusy(Instant upTo) {
        return loops.keySet().stream()
                .anyMatch(consumer -> storage.work().due(consumer, ALL_BUCKETS, time.instant(), Set.of(), 1).stream()
                        .anyMatch(item -> !item.at().isAfter(upTo)));
    }

    @Override
    public void close() {
        Set.copyOf(loops.keySet()).forEach(this::remove);
    }
}

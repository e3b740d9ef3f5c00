package io.tikit.core.engine;

import io.tikit.api.Operations;
import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.core.event.Subscriptions;
import io.tikit.core.outbox.Delivery;
import io.tikit.core.outbox.FeedHub;
import io.tikit.core.outbox.WorkDispatcher;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Time;
import io.tikit.core.search.IndexFeeder;
import io.tikit.core.tenant.TenantService;
import io.tikit.core.timer.TimerLoop;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What an operator does while the engine runs. */
@Singleton
final class OperatorService implements Operations {
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(5).toNanos();

    private final Gate gate;
    private final Storage storage;
    private final TenantService tenants;
    private final Delivery delivery;
    private final FeedHub hub;
    private final WorkDispatcher dispatcher;
    private final IndexFeeder feeder;
    private final Subscriptions subscriptions;
    private final Time time;
    private final TimerLoop timers;

    @Inject
    OperatorService(
            Gate gate,
            Storage storage,
            TenantService tenants,
            Delivery delivery,
            FeedHub hub,
            WorkDispatcher dispatcher,
            IndexFeeder feeder,
            Subscriptions subscriptions,
            Time time,
            TimerLoop timers) {
        this.gate = gate;
        this.storage = storage;
        this.tenants = tenants;
        this.delivery = delivery;
        this.hub = hub;
        this.dispatcher = dispatcher;
        this.feeder = feeder;
        this.subscriptions = subscriptions;
        this.time = time;
        this.timers = timers;
    }

    @Override
    public Page<DeadLetter> deadLetters(TenantId tenant, PageRequest page) {
        return gate.inside(() -> {
            tenants.requireExisting(tenant);
            return IdCursors.page("dead " + tenant, page, (after, limit) -> dead(tenant, after, limit), DeadLetter::id);
        });
    }

    /** Of work and of timers, in the order of ids. */
    private List<DeadLetter> dead(TenantId tenant, Optional<UUID> after, int limit) {
        return Stream.concat(
                        storage.work().dead(tenant, after, limit).stream(),
                        storage.timers().dead(tenant, after, limit).stream())
                .sorted(Comparator.comparing(DeadLetter::id, ConditionInterpreter::compareUnsigned))
                .limit(limit)
                .toList();
    }

    @Override
    public void replay(TenantId tenant, UUID letter) {
        gate.enter(() -> {
            tenants.requireExisting(tenant);
            if (!storage.work().revive(tenant, letter) && !storage.timers().revive(tenant, letter)) {
                throw new NotFoundException(
                        ErrorCode.DEAD_LETTER_NOT_FOUND, "there is no dead letter " + letter + " of tenant " + tenant);
            }
        });
        dispatcher.wakeAll();
        timers.wake();
    }

    @Override
    public Optional<Instant> nextTimer() {
        return gate.inside(timers::next);
    }

    @Override
    public void pauseDelivery() {
        delivery.setPaused(true);
    }

    @Override
    public void resumeDelivery() {
        delivery.setPaused(false);
        hub.wake();
        dispatcher.wakeAll();
        timers.wake();
    }

    @Override
    public boolean awaitDelivery(Duration atMost) {
        Instant start = time.instant();
        long deadline = System.nanoTime() + atMost.toNanos();
        timers.wake();
        if (!await(deadline, () -> !timers.isBusy(start))) {
            return false;
        }
        hub.wake();
        dispatcher.wakeAll();
        return await(
                        deadline,
                        () -> storage.feed()
                                .oldestWaiting()
                                .filter(oldest -> !oldest.isAfter(time.instant()))
                                .isEmpty())
                && await(deadline, hub::isUpToDate)
                && awaitReaders(deadline, Map.copyOf(hub.heads()))
                && await(deadline, () -> !dispatcher.isBusy(start));
    }

    private boolean awaitReaders(long deadline, Map<TenantId, Long> heads) {
        return await(
                deadline,
                () -> heads.entrySet().stream()
                        .allMatch(head -> feeder.hasApplied(head.getKey(), head.getValue())
                                && subscriptions.haveRead(head.getKey(), head.getValue())));
    }

    private boolean await(long deadline, BooleanSupplier wanted) {
        while (!gate.isClosed() && !Thread.currentThread().isInterrupted()) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return false;
    }

    @Override
    public void rebuildIndex(TenantId tenant) {
        gate.enter(() -> {
            tenants.requireExisting(tenant);
        });
        feeder.rebuild(tenant);
    }
}

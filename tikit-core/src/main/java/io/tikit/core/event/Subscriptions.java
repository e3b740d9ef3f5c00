package io.tikit.core.event;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.LimitException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventListener;
import io.tikit.api.event.Subscription;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.core.outbox.Delivery;
import io.tikit.core.outbox.FeedHub;
import io.tikit.core.outbox.HeldLeases;
import io.tikit.core.outbox.Node;
import io.tikit.core.outbox.RecentCommits;
import io.tikit.core.outbox.WorkDispatcher;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Ids;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Errand;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** All subscriptions of this engine. */
@Singleton
public final class Subscriptions implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    private record Key(TenantId tenant, String name) {}

    private final Map<Key, Boolean> durable = new ConcurrentHashMap<>();
    private final List<FeedSubscription> running = new CopyOnWriteArrayList<>();
    private final Storage storage;
    private final FeedHub hub;
    private final RecentCommits recent;
    private final Delivery delivery;
    private final Node node;
    private final EngineSettings settings;
    private final Time time;
    private final Ids ids;
    private final Gate gate;
    private final WorkDispatcher dispatcher;
    private final Containment containment;

    @Inject
    Subscriptions(
            Storage storage,
            FeedHub hub,
            RecentCommits recent,
            Delivery delivery,
            Node node,
            EngineSettings settings,
            Time time,
            Ids ids,
            Gate gate,
            WorkDispatcher dispatcher,
            Containment containment) {
        this.storage = storage;
        this.hub = hub;
        this.recent = recent;
        this.delivery = delivery;
        this.node = node;
        this.settings = settings;
        this.time = time;
        this.ids = ids;
        this.gate = gate;
        this.dispatcher = dispatcher;
        this.containment = containment;
    }

    Subscription subscribe(TenantId tenant, SubscriptionSpec spec, EventListener host) {
        Errand errand = Errand.of(
                        "subscription",
                        "listen as " + tenant + "/" + spec.name().orElse("live"),
                        settings.workTimeout())
                .stuckAtMost(1);
        EventListener listener = oneAtATime(bounded(host, errand));
        return gate.inside(() -> {
            Optional<Key> key = spec.name().map(name -> new Key(tenant, checked(name)));
            if (key.isPresent() && durable.putIfAbsent(key.get(), Boolean.TRUE) != null) {
                throw new InvalidException(
                        ErrorCode.INVALID_COMMAND,
                        new Violation(
                                "name",
                                "already_subscribed",
                                "'" + key.get().name() + "' is subscribed on this engine already; close that"
                                        + " subscription first",
                                Map.of("name", key.get().name())));
            }
            long start = startOf(key, tenant, spec.name());
            Optional<HeldLeases> lease = spec.name()
                    .map(name -> new HeldLeases(
                            storage.leases(),
                            node.name(),
                            settings.leaseLength(),
                            List.of("sub/" + tenant + "/" + name)));
            FeedSubscription subscription = new FeedSubscription(
                    tenant,
                    spec,
                    listener,
                    start,
                    lease,
                    storage,
                    hub,
                    recent,
                    delivery,
                    settings,
                    time,
                    ids,
                    () -> containment.isStuck(errand));
            Optional<ReplayedEvents> replayed = spec.name().map(name -> new ReplayedEvents(tenant, name, listener));
            replayed.ifPresent(dispatcher::add);
            running.add(subscription);
            subscription.start();
            return () -> {
                if (running.remove(subscription)) {
                    replayed.ifPresent(consumer -> dispatcher.remove(consumer.name()));
                    subscription.close();
                    key.ifPresent(durable::remove);
                }
            };
        });
    }

    private long startOf(Optional<Key> key, TenantId tenant, Optional<String> name) {
        try {
            return start(tenant, name);
        } catch (RuntimeException e) {
            key.ifPresent(durable::remove);
            throw e;
        }
    }

    /** A new durable subscription begins at the present, and says so at once so that it misses nothing from here on. */
    private long start(TenantId tenant, Optional<String> name) {
        long head = storage.feed().head(tenant);
        if (name.isEmpty()) {
            return head;
        }
        OptionalLong known = storage.feed().position(tenant, FeedSubscription.reader(name.get()));
        if (known.isPresent()) {
            return known.getAsLong();
        }
        if (storage.feed()
                        .readers(tenant, FeedSubscription.reader(""), SubscriptionBook.MOST)
                        .size()
                >= SubscriptionBook.MOST) {
            throw new LimitException(
                    ErrorCode.LIMIT_REACHED,
                    "the desk has " + SubscriptionBook.MOST
                            + " durable subscriptions; retire those that nobody needs any more");
        }
        storage.feed().advance(tenant, FeedSubscription.reader(name.get()), head);
        return head;
    }

    private EventListener bounded(EventListener listener, Errand errand) {
        return event -> containment.run(errand, () -> {
            listener.onEvent(event);
            return true;
        });
    }

    /** Events from the feed and replayed ones come on different threads, but never at the same time. */
    private static EventListener oneAtATime(EventListener listener) {
        Lock lock = new ReentrantLock();
        return event -> {
            lock.lockInterruptibly();
            try {
                listener.onEvent(event);
            } finally {
                lock.unlock();
            }
        };
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "name",
                            "bad_name",
                            "the name of a subscription must match " + NAME.pattern(),
                            Map.of("form", NAME.pattern())));
        }
        return name;
    }

    /** Whether a listener of this engine is subscribed under a name. */
    boolean isSubscribed(TenantId tenant, String name) {
        return durable.containsKey(new Key(tenant, name));
    }

    /** Lets a subscription of this engine look whether it was moved, and at what was replayed for it. */
    void wake(TenantId tenant, String name) {
        running.stream().filter(one -> one.isNamed(tenant, name)).forEach(FeedSubscription::wake);
        dispatcher.wakeAll();
    }

    /** Names of durable subscriptions whose listener fails on the event that is next. */
    public List<String> failing() {
        return running.stream()
                .filter(FeedSubscription::isFailing)
                .map(FeedSubscription::name)
                .toList();
    }

    /** Whether every subscription whose lease this node holds has read a tenant's feed up to a position. */
    public boolean haveRead(TenantId tenant, long position) {
        return running.stream().filter(s -> s.isOf(tenant)).allMatch(s -> s.hasRead(position));
    }

    @Override
    public void close() {
        for (FeedSubscription subscription : running) {
            subscription.close();
        }
        running.clear();
        durable.clear();
    }
}

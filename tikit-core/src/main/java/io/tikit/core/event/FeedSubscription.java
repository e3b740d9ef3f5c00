package io.tikit.core.event;

import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventListener;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.core.outbox.Delivery;
import io.tikit.core.outbox.FeedHub;
import io.tikit.core.outbox.HeldLeases;
import io.tikit.core.outbox.Loop;
import io.tikit.core.outbox.RecentCommits;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Ids;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the feed of a tenant for one listener, in order, and remembers how far it came. */
final class FeedSubscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSubscription.class);
    private static final int BATCH = 100;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final long LONGEST_BACKOFF_MILLIS = 60_000;

    private final TenantId tenant;
    private final SubscriptionSpec spec;
    private final EventListener listener;
    private final Optional<HeldLeases> lease;
    private final Storage storage;
    private final FeedHub hub;
    private final RecentCommits recent;
    private final Delivery delivery;
    private final EngineSettings settings;
    private final Time time;
    private final Ids ids;
    private final BooleanSupplier stuck;
    private final Loop loop;
    private final Runnable waker;
    private volatile long position;
    private volatile boolean holding;
    private volatile boolean closed;
    private volatile boolean retired;
    private final AtomicInteger failures = new AtomicInteger();
    private long retryAt;

    FeedSubscription(
            TenantId tenant,
            SubscriptionSpec spec,
            EventListener listener,
            long start,
            Optional<HeldLeases> lease,
            Storage storage,
            FeedHub hub,
            RecentCommits recent,
            Delivery delivery,
            EngineSettings settings,
            Time time,
            Ids ids,
            BooleanSupplier stuck) {
        this.tenant = tenant;
        this.spec = spec;
        this.listener = listener;
        this.position = start;
        this.lease = lease;
        this.storage = storage;
        this.hub = hub;
        this.recent = recent;
        this.delivery = delivery;
        this.settings = settings;
        this.time = time;
        this.ids = ids;
        this.stuck = stuck;
        this.loop = new Loop("sub-" + name(), IDLE, Duration.ZERO, this::step);
        this.waker = loop::wake;
    }

    static String reader(String name) {
        return "sub/" + name;
    }

    void start() {
        hub.addReader(waker);
        loop.start();
    }

    String name() {
        return tenant + "/" + spec.name().orElse("live");
    }

    boolean isOf(TenantId other) {
        return tenant.equals(other);
    }

    boolean isFailing() {
        return failures.get() > 0;
    }

    boolean isNamed(TenantId whose, String name) {
        return tenant.equals(whose) && spec.name().filter(name::equals).isPresent();
    }

    /** Lets it look now whether it was moved. */
    void wake() {
        loop.wake();
    }

    /** Whether this node, or the one that holds the lease, has read up to a position. */
    boolean hasRead(long head) {
        if (spec.name().isEmpty() || retired) {
            return retired || position >= head;
        }
        return storage.feed().position(tenant, reader(spec.name().get())).orElse(Long.MAX_VALUE) >= head;
    }

    private boolean step() throws InterruptedException {
        // Behind a call that hangs the next event would be the second at a time.
        if (retired || delivery.isPaused() || stuck.getAsBoolean()) {
            return false;
        }
        if (lease.isPresent()) {
            boolean held = !lease.get().held().isEmpty();
            boolean resumes = held && !holding;
            holding = held;
            if (!held) {
                return false;
            }
            if ((resumes || isFailing()) && !follow()) {
                return false;
            }
        }
        if (isFailing() && System.nanoTime() - retryAt < 0) {
            return false;
        }
        List<Feed.Change> changes = storage.feed().read(tenant, position, BATCH);
        long before = position;
        boolean complete = !changes.isEmpty() && deliver(changes);
        if (spec.name().isEmpty()) {
            return complete;
        }
        if (position > before) {
            return storage.feed().advance(tenant, reader(spec.name().get()), before, position) ? complete : follow();
        }
        return changes.isEmpty() ? follow() && position != before : complete;
    }

    /** Goes where it was moved to, by whichever node; tells whether it was not retired. */
    private boolean follow() {
        OptionalLong stored = storage.feed().position(tenant, reader(spec.name().orElseThrow()));
        if (stored.isEmpty()) {
            retired = true;
            LOG.info("subscription {} was retired and ends on this node", name());
        } else if (stored.getAsLong() != position) {
            position = stored.getAsLong();
            failures.set(0);
        }
        return !retired;
    }

    private boolean deliver(List<Feed.Change> changes) throws InterruptedException {
        Map<EventId, Event> events = load(changes);
        for (Feed.Change change : changes) {
            if (closed || retired || (lease.isPresent() && lease.get().held().isEmpty())) {
                return false;
            }
            for (EventRef ref : change.events()) {
                Event event = events.get(ref.event());
                if (event != null
                        && (spec.types().isEmpty() || spec.types().contains(event.type()))
                        && !deliver(event)) {
                    return false;
                }
            }
            position = change.position();
            failures.set(0);
        }
        return true;
    }

    private boolean deliver(Event event) throws InterruptedException {
        try {
            listener.onEvent(event);
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            return failed(event, e);
        }
    }

    /** Tells whether to go on to the next event all the same. */
    private boolean failed(Event event, Throwable failure) {
        if (spec.name().isEmpty()) {
            LOG.warn("a live listener of tenant {} failed on event {}", tenant, event.id(), failure);
            return true;
        }
        int tries = failures.incrementAndGet();
        if (tries == 1) {
            LOG.warn("subscription {} fails on event {} and is tried again", name(), event.id(), failure);
        }
        if (tries < settings.workAttempts()) {
            long millis =
                    Math.min(LONGEST_BACKOFF_MILLIS, settings.workBackoff().toMillis() << Math.min(tries - 1, 20));
            retryAt = System.nanoTime() + Duration.ofMillis(millis).toNanos();
            return false;
        }
        LOG.warn("subscription {} gives up on event {} after {} tries", name(), event.id(), tries, failure);
        String error = failure.getClass().getName() + ": " + failure.getMessage();
        WorkItem letter = new WorkItem(
                ids.next(),
                tenant,
                ReplayedEvents.name(tenant, spec.name().orElseThrow()),
                EventRef.of(event),
                event.revision(),
                event.at(),
                tries);
        storage.work().bury(letter, tries, time.instant(), error.substring(0, Math.min(error.length(), 500)));
        failures.set(0);
        return true;
    }

    private Map<EventId, Event> load(List<Feed.Change> changes) {
        List<EventRef> refs = new ArrayList<>();
        changes.forEach(change -> refs.addAll(change.events()));
        Map<EventId, Event> events = new HashMap<>();
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            recent.events(unit, refs).forEach(event -> events.put(event.id(), event));
        }
        return events;
    }

    @Override
    public void close() {
        closed = true;
        hub.removeReader(waker);
        loop.close();
        lease.ifPresent(HeldLeases::release);
    }
}

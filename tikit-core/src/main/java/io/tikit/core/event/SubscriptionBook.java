package io.tikit.core.event;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.SubscriptionStart;
import io.tikit.api.event.SubscriptionStatus;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of durable subscriptions, whoever listens: positions and dead letters. */
@Singleton
public final class SubscriptionBook {
    static final int MOST = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionBook.class);

    private final Storage storage;
    private final Gate gate;
    private final Subscriptions subscriptions;

    @Inject
    SubscriptionBook(Storage storage, Gate gate, Subscriptions subscriptions) {
        this.storage = storage;
        this.gate = gate;
        this.subscriptions = subscriptions;
    }

    Subscriptions running() {
        return subscriptions;
    }

    List<SubscriptionStatus> list(TenantId tenant) {
        return gate.inside(() -> {
            List<SubscriptionStatus> found = new ArrayList<>();
            String prefix = FeedSubscription.reader("");
            FeedPlaces places = new FeedPlaces(storage, tenant);
            for (Feed.Reader reader : storage.feed().readers(tenant, prefix, MOST)) {
                if (reader.name().startsWith(prefix)) {
                    found.add(status(tenant, reader.name().substring(prefix.length()), reader.position(), places));
                }
            }
            return found;
        });
    }

    private SubscriptionStatus status(TenantId tenant, String name, long position, FeedPlaces places) {
        long behind = Math.max(0, places.head() - position);
        Optional<Instant> waiting = behind == 0 ? Optional.empty() : places.instantAfter(position);
        return new SubscriptionStatus(name, position, behind, waiting, subscriptions.isSubscribed(tenant, name));
    }

    SubscriptionStatus move(TenantId tenant, String name, SubscriptionStart start, String by) {
        return gate.inside(() -> {
            require(tenant, name);
            FeedPlaces places = new FeedPlaces(storage, tenant);
            long position = position(tenant, start, places);
            if (!storage.feed().place(tenant, FeedSubscription.reader(name), position)) {
                throw unknown(name);
            }
            LOG.info("subscription {} of tenant {} was moved to position {} by {}", name, tenant, position, by);
            subscriptions.wake(tenant, name);
            return status(tenant, name, position, places);
        });
    }

    private static long position(TenantId tenant, SubscriptionStart start, FeedPlaces places) {
        if (start instanceof SubscriptionStart.Beginning) {
            return 0;
        }
        if (start instanceof SubscriptionStart.At at) {
            Event event = at.event();
            OptionalLong found = event.tenant().equals(tenant) ? places.before(event) : OptionalLong.empty();
            return found.orElseThrow(() -> new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    Violation.of(
                            "start.event",
                            "not_in_feed",
                            "event " + event.id() + " is not in the feed of this desk, or not yet")));
        }
        return places.head();
    }

    void retire(TenantId tenant, String name, String by) {
        gate.enter(() -> {
            if (!storage.feed().remove(tenant, FeedSubscription.reader(name))) {
                throw unknown(name);
            }
            storage.work().clear(tenant, ReplayedEvents.name(tenant, name));
            LOG.info("subscription {} of tenant {} was retired by {}", name, tenant, by);
            subscriptions.wake(tenant, name);
        });
    }

    Page<DeadLetter> deadLetters(TenantId tenant, String name, PageRequest page) {
        return gate.inside(() -> {
            require(tenant, name);
            String consumer = ReplayedEvents.name(tenant, name);
            return IdCursors.page(
                    "dead " + consumer,
                    page,
                    (after, limit) -> storage.work().dead(tenant, consumer, after, limit),
                    DeadLetter::id);
        });
    }

    void replay(TenantId tenant, String name, UUID letter) {
        gate.enter(() -> {
            requireLetter(tenant, name, letter);
            if (!storage.work().revive(tenant, letter)) {
                throw noLetter(name, letter);
            }
            subscriptions.wake(tenant, name);
        });
    }

    void drop(TenantId tenant, String name, UUID letter) {
        gate.enter(() -> {
            require(tenant, name);
            if (!storage.work().drop(tenant, ReplayedEvents.name(tenant, name), letter)) {
                throw noLetter(name, letter);
            }
        });
    }

    /** Ids are listed in order, so the letter is the first that comes after the id before it. */
    private void requireLetter(TenantId tenant, String name, UUID letter) {
        require(tenant, name);
        boolean there = storage.work().dead(tenant, ReplayedEvents.name(tenant, name), before(letter), 1).stream()
                .anyMatch(dead -> dead.id().equals(letter));
        if (!there) {
            throw noLetter(name, letter);
        }
    }

    private static Optional<UUID> before(UUID id) {
        if (id.getLeastSignificantBits() != 0) {
            return Optional.of(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1));
        }
        return id.getMostSignificantBits() == 0
                ? Optional.empty()
                : Optional.of(new UUID(id.getMostSignificantBits() - 1, -1));
    }

    private void require(TenantId tenant, String name) {
        if (storage.feed().position(tenant, FeedSubscription.reader(name)).isEmpty()) {
            throw unknown(name);
        }
    }

    private static NotFoundException unknown(String name) {
        return new NotFoundException(
                ErrorCode.SUBSCRIPTION_NOT_FOUND,
                "the desk has no durable subscription named '" + name.substring(0, Math.min(name.length(), 40)) + "'");
    }

    private static NotFoundException noLetter(String name, UUID letter) {
        return new NotFoundException(
                ErrorCode.DEAD_LETTER_NOT_FOUND, "the subscription " + name + " has no dead letter " + letter);
    }
}

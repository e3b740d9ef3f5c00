package io.tikit.core.login;

import io.tikit.api.TenantId;
import io.tikit.core.outbox.HeldLeases;
import io.tikit.core.outbox.Loop;
import io.tikit.core.outbox.Node;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what is too old: history, tokens that ended, counts that were forgotten. Once an hour by the engine's clock, one
 * node at a time, in small units.
 */
@Singleton
public final class LoginSweeper implements AutoCloseable {
    private static final String LEASE = "logins/sweep";
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofHours(1);
    /** How long what has ended is kept, for clocks that differ. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int MOST = 200;

    private final Storage storage;
    private final LoginGrants grants;
    private final LoginSettings settings;
    private final Time time;
    private final HeldLeases leases;
    private final Loop loop;
    private Instant next;

    @Inject
    LoginSweeper(
            Storage storage, LoginGrants grants, LoginSettings settings, Time time, Node node, EngineSettings engine) {
        this.storage = storage;
        this.grants = grants;
        this.settings = settings;
        this.time = time;
        leases = new HeldLeases(storage.leases(), node.name(), engine.leaseLength(), List.of(LEASE));
        loop = new Loop("logins", IDLE, Duration.ZERO, this::step);
        next = time.instant().plus(EVERY);
    }

    public void start() {
        loop.start();
    }

    private boolean step() {
        Instant now = time.instant();
        if (now.isBefore(next) || leases.held().isEmpty()) {
            return false;
        }
        Optional<TenantId> after = Optional.empty();
        do {
            List<TenantId> tenants = storage.tenants(after, MOST);
            tenants.forEach(tenant -> sweep(tenant, now));
            after = tenants.size() < MOST ? Optional.empty() : Optional.of(tenants.get(MOST - 1));
        } while (after.isPresent());
        next = now.plus(EVERY);
        leases.release();
        return false;
    }

    private void sweep(TenantId tenant, Instant now) {
        // Before the marks of what has ended are too old as well.
        grants.endActing(tenant);
        while (true) {
            try (UnitOfWork unit = storage.begin(tenant, UnitMode.OWN)) {
                int most = Math.max(
                        unit.logins().history().sweep(now.minus(settings.kept()), MOST),
                        Math.max(
                                unit.logins().tokens().sweep(now.minus(GRACE), MOST),
                                unit.logins().guards().sweep(now.minus(GRACE), MOST)));
                unit.commit();
                if (most < MOST) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        loop.close();
        leases.release();
    }
}

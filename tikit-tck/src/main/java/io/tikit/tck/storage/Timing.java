package io.tikit.tck.storage;

import io.tikit.api.event.EventId;
import io.tikit.api.timer.Timer;
import io.tikit.api.timer.TimerCause;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Timers for the contract; each test has a handler of its own, so that tests do not take each other's timers. */
final class Timing {
    static final Instant NOW = TestTenant.START.plusSeconds(500_000);
    static final Duration LONG = Duration.ofMinutes(10);

    private Timing() {}

    static Timer timer(TestTenant tenant, String handler, String key, Instant at) {
        return new Timer(tenant.data().id(), handler, key, Optional.empty(), at, "", Optional.empty());
    }

    static Timer full(TestTenant tenant, String handler, String key, Instant at, UUID subject) {
        return new Timer(
                tenant.data().id(),
                handler,
                key,
                Optional.of(subject),
                at,
                "what the handler knows: \u4e16 \u0130".repeat(20),
                Optional.of(new TimerCause(
                        new EventId(tenant.data().id()), tenant.data().id(), 3)));
    }

    static List<Claim> claim(Storage storage, String handler, Instant now) {
        return storage.timers().claim(Set.of(handler), now, LONG, 100);
    }

    static Claim claimOne(Storage storage, String handler) {
        List<Claim> claims = claim(storage, handler, NOW);
        if (claims.size() != 1) {
            throw new AssertionError("one timer should be due, not " + claims);
        }
        return claims.get(0);
    }
}

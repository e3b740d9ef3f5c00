package io.tikit.core.outbox;

import io.tikit.spi.storage.Leases;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Leases that one loop takes and keeps alive. For one thread, except for giving them back. */
public final class HeldLeases {
    private final Leases leases;
    private final String owner;
    private final Duration length;
    private final List<String> names;
    private volatile Map<String, Leases.Lease> held = Map.of();
    private long renewedAt;
    private boolean asked;

    public HeldLeases(Leases leases, String owner, Duration length, List<String> names) {
        this.leases = leases;
        this.owner = owner;
        this.length = length;
        this.names = List.copyOf(names);
    }

    /** The leases held, prolonged when a third of their time is over. */
    public Map<String, Leases.Lease> held() {
        long now = System.nanoTime();
        if (!asked || now - renewedAt > length.toNanos() / 3) {
            held = leases.acquire(names, owner, length);
            renewedAt = now;
            asked = true;
        }
        return held;
    }

    /** Gives them back, so that another node need not wait for their end. */
    public void release() {
        Collection<Leases.Lease> mine = held.values();
        held = Map.of();
        asked = false;
        if (!mine.isEmpty()) {
            leases.release(mine);
        }
    }
}

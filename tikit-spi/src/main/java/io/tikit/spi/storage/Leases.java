package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Agreements between nodes on who does what, by the database's own time. Every method is a transaction of its own.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Leases {
    /**
     * Takes leases that are free or expired, and prolongs those that the owner holds.
     *
     * @param names which leases, at most 500; each at most 120 characters of ASCII
     * @param owner who takes them, unique per engine
     * @param length for how long from now
     * @return those that the owner now holds, by name; leases of others are missing
     */
    Map<String, Lease> acquire(Collection<String> names, String owner, Duration length);

    /**
     * Gives leases back before their end.
     *
     * @param leases the leases; those no longer held are passed over
     */
    void release(Collection<Lease> leases);

    /**
     * Tells which leases somebody holds, or held until a while ago.
     *
     * @param prefix how their names begin
     * @param within how long ago they may have ended, by the time of the database
     * @return the names
     */
    Set<String> taken(String prefix, Duration within);

    /**
     * A lease that is held.
     *
     * @param name which lease
     * @param owner who holds it
     * @param fence grows each time the lease changes hands; writes under a lease check it
     */
    record Lease(String name, String owner, long fence) {
        /** Checks that nothing is null. */
        public Lease {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(owner, "owner");
        }
    }
}

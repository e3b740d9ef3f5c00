package io.tikit.spi.storage;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Committed changes in an order that never changes: one holder of a lease gives each change a position, dense per tenant
 * from 1. Nothing is read by a number that was given before its commit, because commits become visible out of order.
 * Every method is a transaction of its own.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Feed {
    /** The name of the lease under which positions are given. */
    String SEQUENCER = "feed/sequencer";

    /**
     * Gives positions to committed changes that have none. Changes of one ticket are given positions in the order of
     * their commits.
     *
     * @param lease the lease of {@link #SEQUENCER}; if it has changed hands, nothing is done
     * @param limit how many changes at most
     * @return how many changes were given positions
     */
    int sequence(Leases.Lease lease, int limit);

    /**
     * The heads of tenants whose feed grew.
     *
     * @param since the version of the heads known so far, 0 for none
     * @return the new heads, at most 1,000 tenants at once
     */
    Heads heads(long since);

    /**
     * The last position of a tenant.
     *
     * @param tenant the tenant
     * @return the position, 0 when nothing happened
     */
    long head(TenantId tenant);

    /**
     * Reads changes in order.
     *
     * @param tenant the tenant
     * @param after the position after which to begin
     * @param limit how many changes at most
     * @return the changes
     */
    List<Change> read(TenantId tenant, long after, int limit);

    /**
     * Where a durable reader is.
     *
     * @param tenant the tenant
     * @param reader its name
     * @return the position up to which it has read; empty when it is new
     */
    OptionalLong position(TenantId tenant, String reader);

    /**
     * Moves a durable reader forward; never back.
     *
     * @param tenant the tenant
     * @param reader its name
     * @param position the position up to which it has read
     */
    void advance(TenantId tenant, String reader, long position);

    /**
     * Moves a durable reader on from where it was left, forward only.
     *
     * @param tenant the tenant
     * @param reader its name
     * @param from the position at which it was left
     * @param to the position up to which it has read since
     * @return false if the reader is not there or at another position, because it was placed elsewhere or removed
     *     meanwhile; nothing is done then
     */
    boolean advance(TenantId tenant, String reader, long from, long to);

    /**
     * Places a durable reader that is there elsewhere, forward or back.
     *
     * @param tenant the tenant
     * @param reader its name
     * @param position up to which it is to count as read
     * @return whether the reader is there
     */
    boolean place(TenantId tenant, String reader, long position);

    /**
     * Forgets a durable reader.
     *
     * @param tenant the tenant
     * @param reader its name
     * @return whether it was there
     */
    boolean remove(TenantId tenant, String reader);

    /**
     * Lists the durable readers of a tenant in an order that stays the same.
     *
     * @param tenant the tenant
     * @param after the name of the last one of the page before; an empty text for the first page
     * @param limit how many at most
     * @return their names and positions
     */
    List<Reader> readers(TenantId tenant, String after, int limit);

    /**
     * Since when the oldest change waits for its position. May be a little behind.
     *
     * @return the instant of its commit or a little before, or empty when none waits
     */
    Optional<Instant> oldestWaiting();

    /**
     * Where a durable reader is.
     *
     * @param name its name
     * @param position up to which it has read
     */
    record Reader(String name, long position) {
        /** Checks that nothing is null. */
        public Reader {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A change with its position.
     *
     * @param position its place in the tenant's feed, from 1
     * @param events where its events are, in order
     */
    record Change(long position, List<EventRef> events) {
        /** Copies the events. */
        public Change {
            events = List.copyOf(events);
        }
    }

    /**
     * Heads of tenants.
     *
     * @param version grows with every sequencing; ask with it next time
     * @param positions the last position by tenant
     */
    record Heads(long version, Map<TenantId, Long> positions) {
        /** Copies the positions. */
        public Heads {
            Objects.requireNonNull(positions, "positions");
            positions = Map.copyOf(positions);
        }
    }
}

package io.tikit.spi.storage;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a desk keeps everything. Safe for use by several threads; units are for one thread each.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Storage extends AutoCloseable {
    /**
     * Connects and brings the schema up to date. Called once, before any other method but {@link #capabilities()}.
     *
     * @throws io.tikit.api.error.UnavailableException with code SCHEMA_UNKNOWN if the data were written by a version
     *     that this one does not know
     * @throws io.tikit.api.error.ConflictException with code HOME_IN_USE if the data can be used by one process at a
     *     time and another one does
     */
    void open();

    /**
     * What this storage can do. Always the same answer.
     *
     * @return the capabilities
     */
    Set<StorageCapability> capabilities();

    /**
     * Begins a unit of work in a tenant. Nothing is sent to the database before the unit is used.
     *
     * @param tenant the tenant; that it exists is checked on first use
     * @param mode how the unit relates to transactions
     * @return the unit, to be closed by the calling thread
     * @throws io.tikit.api.error.NotFoundException with code TENANT_NOT_FOUND, now or on first use
     * @throws io.tikit.api.error.UnavailableException with code HOST_TRANSACTION if the mode is {@link UnitMode#JOINED}
     *     and the host's transaction cannot be joined
     */
    UnitOfWork begin(TenantId tenant, UnitMode mode);

    /**
     * Creates a tenant and begins a unit of work in it, so that its first rows commit together with it. Always an own
     * transaction.
     *
     * @param tenant the new tenant
     * @param at when
     * @return the unit, to be closed by the calling thread
     * @throws io.tikit.api.error.ConflictException with code TENANT_EXISTS, now or at the commit
     */
    UnitOfWork createTenant(TenantId tenant, Instant at);

    /**
     * Tells whether a tenant exists.
     *
     * @param tenant the tenant
     * @return whether it does
     */
    boolean tenantExists(TenantId tenant);

    /**
     * Lists tenants by id, in the order of ASCII.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the tenants
     */
    List<TenantId> tenants(Optional<TenantId> after, int limit);

    /**
     * Takes a block of ticket numbers, in a transaction of its own. Numbers of a block that are not used are lost.
     *
     * @param tenant the tenant
     * @param count how many, at least 1
     * @return the first number of the block; blocks of a tenant never overlap and start from 1
     * @throws io.tikit.api.error.NotFoundException with code TENANT_NOT_FOUND
     */
    long takeNumbers(TenantId tenant, int count);

    /**
     * Leases between nodes.
     *
     * @return the leases
     */
    Leases leases();

    /**
     * Work that waits to be done.
     *
     * @return the queue
     */
    WorkQueue work();

    /**
     * Timers that wait.
     *
     * @return the queue
     */
    TimerQueue timers();

    /**
     * Committed changes in order.
     *
     * @return the feed
     */
    Feed feed();

    /**
     * Asks the database for a sign of life, bounded in time.
     *
     * @throws io.tikit.api.error.UnavailableException if it gives none
     */
    void ping();

    /** Closes all connections. Units in progress fail. A second call does nothing. */
    @Override
    void close();
}

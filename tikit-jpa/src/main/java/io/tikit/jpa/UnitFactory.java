package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.EntityManagers;
import io.tikit.jpa.database.HostConnections;
import io.tikit.jpa.outbox.ChangeIds;
import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.session.Session;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.transaction.HostTransaction;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes units of work. */
final class UnitFactory implements AutoCloseable {
    private final Dialect dialect;
    private final EntityManagerFactory own;
    private final Optional<HostTransaction> host;
    private final TenantTable tenants;
    private final Waiting waiting;
    private final InstantSource clock;
    private final ChangeIds ids = new ChangeIds();
    private @Nullable EntityManagerFactory joined;

    UnitFactory(
            Dialect dialect,
            EntityManagerFactory own,
            Optional<HostTransaction> host,
            TenantTable tenants,
            Waiting waiting,
            InstantSource clock) {
        this.dialect = dialect;
        this.own = own;
        this.host = host;
        this.tenants = tenants;
        this.waiting = waiting;
        this.clock = clock;
    }

    UnitOfWork begin(TenantId tenant, UnitMode mode) {
        if (mode == UnitMode.JOINED) {
            HostTransaction transaction = host.filter(HostTransaction::active)
                    .orElseThrow(() -> new UnavailableException(
                            ErrorCode.HOST_TRANSACTION,
                            "the calling thread has no active transaction of the host that could be joined",
                            null));
            JoinedTransaction savepoint = new JoinedTransaction(transaction, waiting, dialect);
            Session session = new Session(
                    () -> {
                        savepoint.begin();
                        return joined(transaction).createEntityManager();
                    },
                    dialect,
                    () -> tenants.number(tenant),
                    true);
            return new JpaUnit(tenant, session, ids, clock, waiting, savepoint);
        }
        boolean writes = mode == UnitMode.OWN;
        Session session = new Session(own::createEntityManager, dialect, () -> tenants.number(tenant), writes);
        return new JpaUnit(tenant, session, ids, clock, waiting, new OwnTransaction(waiting));
    }

    UnitOfWork create(TenantId tenant, Instant at) {
        int[] number = new int[1];
        Session session = new Session(own::createEntityManager, dialect, () -> number[0], true);
        boolean done = false;
        try {
            number[0] = TenantTable.create(session, tenant, at);
            done = true;
        } finally {
            if (!done) {
                session.close();
            }
        }
        return new JpaUnit(tenant, session, ids, clock, waiting, new OwnTransaction(waiting));
    }

    /** Booted on first use, in a transaction of the host: few hosts have any. */
    private synchronized EntityManagerFactory joined(HostTransaction transaction) {
        EntityManagerFactory factory = joined;
        if (factory == null) {
            factory = EntityManagers.create(dialect, new HostConnections(transaction), JpaStorage.ENTITIES);
            joined = factory;
        }
        return factory;
    }

    @Override
    public synchronized void close() {
        own.close();
        if (joined != null) {
            joined.close();
            joined = null;
        }
    }
}

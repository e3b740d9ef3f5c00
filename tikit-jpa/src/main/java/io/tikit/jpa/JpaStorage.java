package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.jpa.attachment.AttachmentTable;
import io.tikit.jpa.category.CategoryTable;
import io.tikit.jpa.configuration.ConfigurationTable;
import io.tikit.jpa.conversation.EntryTable;
import io.tikit.jpa.database.Database;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.EntityManagers;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.event.EventTable;
import io.tikit.jpa.idempotency.KeyTable;
import io.tikit.jpa.interval.IntervalTable;
import io.tikit.jpa.lease.LeaseTable;
import io.tikit.jpa.link.LinkTable;
import io.tikit.jpa.outbox.FeedTable;
import io.tikit.jpa.outbox.ListedWork;
import io.tikit.jpa.outbox.QueriedWork;
import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.outbox.WaitingLists;
import io.tikit.jpa.people.OrganisationTable;
import io.tikit.jpa.people.TeamTable;
import io.tikit.jpa.people.UserTable;
import io.tikit.jpa.routing.RoutingTable;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.jpa.ticket.TicketTable;
import io.tikit.jpa.timer.TimerClaims;
import io.tikit.jpa.timer.TimerTable;
import io.tikit.spi.PluginContext;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Leases;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.StorageCapability;
import io.tikit.spi.storage.TimerQueue;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkQueue;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Storage on one database. */
final class JpaStorage implements Storage {
    /** All entities in the order in which they are written: first what others refer to. */
    static final List<Class<?>> ENTITIES = Stream.of(
                    OrganisationTable.ENTITIES,
                    UserTable.ENTITIES,
                    OrganisationTable.MEMBERS,
                    CategoryTable.ENTITIES,
                    TeamTable.ENTITIES,
                    TicketTable.ENTITIES,
                    EntryTable.ENTITIES,
                    AttachmentTable.ENTITIES,
                    EventTable.ENTITIES,
                    IntervalTable.ENTITIES,
                    ConfigurationTable.ENTITIES,
                    RoutingTable.ENTITIES,
                    KeyTable.ENTITIES,
                    TimerTable.ENTITIES,
                    LinkTable.ENTITIES)
            .<Class<?>>flatMap(List::stream)
            .toList();

    private final PluginContext context;
    private volatile @Nullable Parts parts;
    private @Nullable Set<StorageCapability> capabilities;

    JpaStorage(PluginContext context) {
        this.context = context;
    }

    /** What exists while the storage is open. */
    private record Parts(
            Database database,
            UnitFactory units,
            TenantTable tenants,
            LeaseTable leases,
            WorkQueue work,
            Feed feed,
            TimerQueue timers) {}

    @Override
    public void open() {
        Database database = Database.open(new Database.Address(
                context.dataSource(),
                context.setting(JpaPlugin.URL),
                context.setting(JpaPlugin.USER),
                context.setting(JpaPlugin.PASSWORD),
                context.home().map(home -> home.resolve("db")),
                context.setting(JpaPlugin.BEGIN_FROM),
                context.setting(JpaPlugin.POOL_SIZE).orElse(16),
                context.setting(JpaPlugin.LOCK_TIMEOUT).orElseThrow()));
        boolean done = false;
        try {
            parts = assemble(database);
            done = true;
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    private Parts assemble(Database database) {
        Jdbc side = database.side();
        TenantTable tenants = new TenantTable(side);
        Optional<WaitingLists> lists =
                database.dialect().readersWait() ? Optional.of(new WaitingLists(side, tenants)) : Optional.empty();
        lists.ifPresent(WaitingLists::look);
        EntityManagerFactory own = EntityManagers.create(database.dialect(), database.units(), ENTITIES);
        UnitFactory units = new UnitFactory(
                database.dialect(),
                own,
                context.hostTransaction(),
                tenants,
                lists.<Waiting>map(waiting -> waiting).orElse(Waiting.NOBODY),
                context.clock());
        WorkQueue work = lists.<WorkQueue>map(waiting -> new ListedWork(side, tenants, waiting))
                .orElseGet(() -> new QueriedWork(side, tenants));
        LeaseTable leases = new LeaseTable(side, () -> lists.ifPresent(WaitingLists::lookSoon));
        TimerClaims timers = new TimerClaims(
                side, tenants, key -> lists.isPresent() && lists.get().isChanging(key));
        return new Parts(database, units, tenants, leases, work, new FeedTable(side, tenants, lists), timers);
    }

    private Parts parts() {
        Parts open = parts;
        if (open == null) {
            throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, "the storage is not open", null);
        }
        return open;
    }

    /** The open database, for tests of this module. */
    Database database() {
        return parts().database();
    }

    @Override
    public synchronized Set<StorageCapability> capabilities() {
        Set<StorageCapability> known = capabilities;
        if (known == null) {
            EnumSet<StorageCapability> found = EnumSet.allOf(StorageCapability.class);
            if (!isShared()) {
                found.remove(StorageCapability.SHARED);
            }
            if (isInMemory()) {
                found.remove(StorageCapability.DURABLE);
            }
            known = Collections.unmodifiableSet(found);
            capabilities = known;
        }
        return known;
    }

    private boolean isShared() {
        return context.dataSource()
                .map(Database::dialect)
                .or(() -> context.setting(JpaPlugin.URL).flatMap(Dialect::ofUrl))
                .filter(Dialect::isShared)
                .isPresent();
    }

    private boolean isInMemory() {
        return context.dataSource().isEmpty()
                && context.setting(JpaPlugin.URL)
                        .map(url -> url.startsWith("jdbc:derby:memory:"))
                        .orElse(context.home().isEmpty());
    }

    @Override
    public UnitOfWork begin(TenantId tenant, UnitMode mode) {
        return parts().units().begin(tenant, mode);
    }

    @Override
    public UnitOfWork createTenant(TenantId tenant, Instant at) {
        return parts().units().create(tenant, at);
    }

    @Override
    public boolean tenantExists(TenantId tenant) {
        return parts().tenants().lookUp(tenant).isPresent();
    }

    @Override
    public List<TenantId> tenants(Optional<TenantId> after, int limit) {
        return parts().tenants().list(after, limit);
    }

    @Override
    public long takeNumbers(TenantId tenant, int count) {
        return parts().tenants().takeNumbers(tenant, count);
    }

    @Override
    public Leases leases() {
        return parts().leases();
    }

    @Override
    public WorkQueue work() {
        return parts().work();
    }

    @Override
    public TimerQueue timers() {
        return parts().timers();
    }

    @Override
    public Feed feed() {
        return parts().feed();
    }

    @Override
    public void ping() {
        parts().database().ping();
    }

    @Override
    public void close() {
        Parts open = parts;
        parts = null;
        if (open != null) {
            try {
                open.units().close();
            } finally {
                Objects.requireNonNull(open.database()).close();
            }
        }
    }
}

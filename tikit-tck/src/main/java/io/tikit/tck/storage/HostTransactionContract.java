package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.StorageCapability;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.transaction.HostTransaction;
import io.tikit.tck.Await;
import io.tikit.tck.JdbcHostTransaction;
import io.tikit.tck.Together;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Units that are part of the host's transaction.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface HostTransactionContract extends StorageFixture {
    /** Without the capability, joining is refused. */
    @Test
    default void joiningIsRefusedUnlessDeclared() {
        Expect.undeclared(storage(), StorageCapability.HOST_TRANSACTIONS);
        TestTenant tenant = TestTenant.in(storage(), "no-host");
        Expect.failure(ErrorCode.HOST_TRANSACTION, () -> {
            try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.JOINED)) {
                unit.tickets().scan(Optional.empty(), 1);
            }
        });
    }

    /**
     * Rows of a joined unit become true with the host's commit, and not before.
     *
     * @throws SQLException if the connection fails
     */
    @Test
    default void hostCommits() throws SQLException {
        joined((host, tenant) -> {
            Ticket ticket = tenant.newTicket();
            host.begin();
            Connection connection = host.connection();
            WorkItem item = write(tenant, ticket);
            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(host.isRollbackOnly()).isFalse();
            try (UnitOfWork next = tenant.storage().begin(tenant.id(), UnitMode.JOINED)) {
                assertThat(next.tickets().find(ticket.id())).contains(ticket);
                next.commit();
            }
            Together.result(Together.start(() -> {
                assertThat(Working.due(tenant.storage(), item.consumer())).isEmpty();
                Sequencing.sequenceAll(tenant.storage());
                assertThat(tenant.storage().feed().head(tenant.id())).isZero();
                return true;
            }));
            host.commit();
            assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(ticket);
            assertThat(Working.due(tenant.storage(), item.consumer())).containsExactly(item);
            Sequencing.sequenceUntil(tenant, 1);
        });
    }

    /**
     * Nothing remains of joined units when the host rolls back.
     *
     * @throws SQLException if the connection fails
     */
    @Test
    default void hostRollsBack() throws SQLException {
        joined((host, tenant) -> {
            Ticket ticket = tenant.newTicket();
            host.begin();
            WorkItem item = write(tenant, ticket);
            host.rollback();
            assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).isEmpty();
            assertThat(Working.due(tenant.storage(), item.consumer())).isEmpty();
            Sequencing.sequenceAll(tenant.storage());
            assertThat(tenant.storage().feed().head(tenant.id())).isZero();
            EventRef change = Sequencing.commitChange(tenant, tenant.storedTicket(), 1);
            Sequencing.sequenceUntil(tenant, 1);
            assertThat(Sequencing.read(tenant).get(0).events()).containsExactly(change);
        });
    }

    /**
     * A joined unit that is closed without a commit takes back its own work, and only that.
     *
     * @throws SQLException if the connection fails
     */
    @Test
    default void unitRollsBackToItsSavepoint() throws SQLException {
        joined((host, tenant) -> {
            Ticket kept = tenant.newTicket();
            Ticket dropped = tenant.newTicket();
            host.begin();
            write(tenant, kept);
            try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.JOINED)) {
                unit.tickets().insert(dropped);
                assertThat(unit.tickets().find(dropped.id())).contains(dropped);
                assertThat(unit.tickets().find(kept.id())).contains(kept);
            }
            try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.JOINED)) {
                assertThat(unit.tickets().find(dropped.id())).isEmpty();
                assertThat(unit.tickets().find(kept.id())).contains(kept);
                unit.commit();
            }
            host.commit();
            assertThat(tenant.find(unit -> unit.tickets().find(kept.id()))).contains(kept);
            assertThat(tenant.find(unit -> unit.tickets().find(dropped.id()))).isEmpty();
        });
    }

    /**
     * When the host does not know how its transaction ended, what is in the database counts.
     *
     * @throws SQLException if the connection fails
     */
    @Test
    default void unknownOutcomeIsLookedUp() throws SQLException {
        joined((host, tenant) -> {
            Ticket committed = tenant.newTicket();
            host.begin();
            WorkItem item = write(tenant, committed);
            host.commit(HostTransaction.Outcome.UNKNOWN);
            Ticket dropped = tenant.newTicket();
            host.begin();
            write(tenant, dropped);
            host.rollback(HostTransaction.Outcome.UNKNOWN);
            Await.until(
                    "the committed work is due",
                    () -> Working.ids(Working.due(tenant.storage(), item.consumer()))
                            .equals(List.of(item.id())));
            Sequencing.sequenceUntil(tenant, 1);
            assertThat(Sequencing.sequenceAll(tenant.storage())).isZero();
            assertThat(tenant.storage().feed().head(tenant.id())).isEqualTo(1);
            assertThat(tenant.find(unit -> unit.tickets().find(committed.id()))).contains(committed);
            assertThat(tenant.find(unit -> unit.tickets().find(dropped.id()))).isEmpty();
        });
    }

    /**
     * Outside of a transaction of the host there is nothing to join.
     *
     * @throws SQLException if the connection fails
     */
    @Test
    default void nothingToJoinIsRefused() throws SQLException {
        joined((host, tenant) -> Expect.failure(ErrorCode.HOST_TRANSACTION, () -> {
            try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.JOINED)) {
                unit.tickets().scan(Optional.empty(), 1);
            }
        }));
    }

    /**
     * Own units, numbers and leases do not join, even while the host's transaction is active.
     *
     * @throws SQLException if the connection fails
     */
    @Test
    default void ownUnitsStayApart() throws SQLException {
        joined((host, tenant) -> {
            Ticket joined = tenant.newTicket();
            Ticket own = tenant.newTicket();
            host.begin();
            write(tenant, joined);
            tenant.write(unit -> unit.tickets().insert(own));
            long first = tenant.storage().takeNumbers(tenant.id(), 1);
            host.rollback();
            assertThat(tenant.find(unit -> unit.tickets().find(own.id()))).contains(own);
            assertThat(tenant.find(unit -> unit.tickets().find(joined.id()))).isEmpty();
            assertThat(tenant.storage().takeNumbers(tenant.id(), 1)).isGreaterThan(first);
        });
    }

    private void joined(Scene scene) throws SQLException {
        Expect.declared(storage(), StorageCapability.HOST_TRANSACTIONS);
        HostSide side = hostSide()
                .orElseThrow(() -> new AssertionError("the storage declares HOST_TRANSACTIONS: override hostSide()"));
        JdbcHostTransaction host = new JdbcHostTransaction(side.dataSource());
        try (Storage storage = side.joining().apply(host)) {
            storage.open();
            TestTenant tenant = TestTenant.in(storage, "host");
            try {
                scene.play(host, tenant);
            } finally {
                if (host.active()) {
                    host.rollback();
                }
            }
        }
    }

    private static WorkItem write(TestTenant tenant, Ticket ticket) {
        Event event = tenant.newEvent(ticket, 1);
        WorkItem item = tenant.newWork(tenant.id().value(), event);
        try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.JOINED)) {
            unit.tickets().insert(ticket);
            unit.events().insert(event);
            unit.outbox().work(item);
            unit.outbox().change(List.of(EventRef.of(event)));
            unit.commit();
        }
        return item;
    }
}

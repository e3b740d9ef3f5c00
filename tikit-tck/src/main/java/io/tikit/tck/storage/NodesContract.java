package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.User;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Leases;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.StorageCapability;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Several storages on the same data, one after the other or at once.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface NodesContract extends StorageFixture {
    /** What was committed is there after a close and another start; the schema is brought up to date only once. */
    @Test
    default void committedDataSurviveARestart() {
        Expect.declared(storage(), StorageCapability.DURABLE);
        Supplier<Storage> data = emptyData();
        TestTenant tenant;
        Ticket ticket;
        WorkItem item;
        EventRef change;
        try (Storage first = opened(data)) {
            assertThat(first.tenants(Optional.empty(), 10)).isEmpty();
            tenant = TestTenant.in(first, "durable");
            ticket = tenant.storedTicket();
            item = tenant.storedWork("durable", ticket, 1).get(0);
            change = Sequencing.commitChange(tenant, ticket, 2);
            assertThat(first.takeNumbers(tenant.id(), 5)).isEqualTo(1);
        }
        for (int i = 0; i < 2; i++) {
            try (Storage next = opened(data)) {
                assertThat(next.tenants(Optional.empty(), 10)).containsExactly(tenant.id());
                assertThat(tenant.find(next, unit -> unit.tickets().find(ticket.id())))
                        .contains(ticket);
                assertThat(tenant.list(next, unit -> unit.users().findAll(tenant.people())))
                        .containsExactlyInAnyOrderElementsOf(tenant.users());
                assertThat(Working.due(next, "durable")).containsExactly(item);
                assertThat(next.takeNumbers(tenant.id(), 1)).isGreaterThan(5);
                Sequencing.sequenceAll(next);
                assertThat(next.feed().read(tenant.id(), 0, 10)).containsExactly(new Feed.Change(1, List.of(change)));
            }
        }
    }

    /** A storage can be closed twice and does not answer afterwards. */
    @Test
    default void closedStorageStaysClosed() {
        Storage storage = opened(emptyData());
        TestTenant tenant = TestTenant.in(storage, "closed");
        storage.close();
        storage.close();
        Expect.failure(ErrorCode.STORAGE_UNAVAILABLE, storage::ping);
        Expect.failure(
                ErrorCode.STORAGE_UNAVAILABLE,
                () -> tenant.read(unit -> unit.users().findAll(tenant.people())));
    }

    /** Data of one process refuse a second one as long as the first is open. */
    @Test
    default void secondProcessIsRefusedUnlessShared() {
        Expect.undeclared(storage(), StorageCapability.SHARED);
        Supplier<Storage> data = emptyData();
        try (Storage first = opened(data)) {
            Storage second = data.get();
            try {
                Expect.failure(ErrorCode.HOME_IN_USE, second::open);
            } finally {
                second.close();
            }
            first.ping();
        }
    }

    /** What one node commits, the other one sees at once. */
    @Test
    default void nodesSeeEachOthersCommits() {
        Expect.declared(storage(), StorageCapability.SHARED);
        Supplier<Storage> data = emptyData();
        try (Storage one = opened(data);
                Storage two = opened(data)) {
            TestTenant tenant = TestTenant.in(one, "nodes");
            Ticket ticket = tenant.storedTicket();
            Ticket changed = TestTenant.next(ticket, "changed by the other node");
            assertThat(two.tenantExists(tenant.id())).isTrue();
            assertThat(tenant.find(two, unit -> unit.tickets().find(ticket.id())))
                    .contains(ticket);
            tenant.write(
                    two,
                    unit -> unit.tickets()
                            .update(unit.tickets().lock(ticket.id()).orElseThrow(), changed));
            assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(changed);
            User there = tenant.users().get(0);
            User same = new User(tenant.data().user().id(), there.person(), there.role(), true, there.createdAt());
            Expect.failure(
                    ErrorCode.USER_EXISTS,
                    () -> tenant.write(two, unit -> unit.users().insert(same)));
        }
    }

    /** A lock holds against the other node. */
    @Test
    default void locksHoldBetweenNodes() {
        Expect.declared(storage(), StorageCapability.SHARED);
        Supplier<Storage> data = emptyData();
        try (Storage one = opened(data);
                Storage two = opened(data)) {
            TestTenant tenant = TestTenant.in(one, "node-lock");
            Ticket ticket = tenant.storedTicket();
            Ticket changed = TestTenant.next(ticket, "changed");
            Future<Ticket> second;
            try (UnitOfWork first = one.begin(tenant.id(), UnitMode.OWN)) {
                Ticket locked = first.tickets().lock(ticket.id()).orElseThrow();
                second = Together.start(() -> {
                    try (UnitOfWork unit = two.begin(tenant.id(), UnitMode.OWN)) {
                        return unit.tickets().lock(ticket.id()).orElseThrow();
                    }
                });
                assertThat(Together.stillRuns(second)).isTrue();
                first.tickets().update(locked, changed);
                first.commit();
            }
            assertThat(Together.result(second)).isEqualTo(changed);
        }
    }

    /** Numbers taken on two nodes by two threads each never overlap. */
    @Test
    default void numbersOfTwoNodesDoNotOverlap() {
        Expect.declared(storage(), StorageCapability.SHARED);
        Supplier<Storage> data = emptyData();
        try (Storage one = opened(data);
                Storage two = opened(data)) {
            TestTenant tenant = TestTenant.in(one, "node-numbers");
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (Storage node : List.of(one, two, one, two)) {
                tasks.add(() -> {
                    List<Long> taken = new ArrayList<>();
                    for (int i = 0; i < 25; i++) {
                        taken.add(node.takeNumbers(tenant.id(), 1));
                    }
                    return taken;
                });
            }
            assertThat(Together.all(tasks).stream().flatMap(List::stream)).doesNotHaveDuplicates();
        }
    }

    /** A lease holds against the other node, and its loser can give no positions. */
    @Test
    default void leasesHoldBetweenNodes() {
        Expect.declared(storage(), StorageCapability.SHARED);
        Supplier<Storage> data = emptyData();
        try (Storage one = opened(data);
                Storage two = opened(data)) {
            TestTenant tenant = TestTenant.in(one, "node-lease");
            Leases.Lease held = Sequencing.lease(one, "node-one");
            assertThat(two.leases().acquire(List.of(Feed.SEQUENCER), "node-two", Sequencing.LONG))
                    .isEmpty();
            one.leases().release(List.of(held));
            Leases.Lease next = Sequencing.lease(two, "node-two");
            assertThat(next.fence()).isGreaterThan(held.fence());
            EventRef change = Sequencing.commitChange(tenant, tenant.storedTicket(), 1);
            assertThat(one.feed().sequence(held, 10)).isZero();
            two.leases().release(List.of(next));
            Leases.Lease last = Sequencing.lease(two, "node-two");
            assertThat(two.feed().sequence(last, 10)).isEqualTo(1);
            assertThat(one.feed().head(tenant.id())).isEqualTo(1);
            assertThat(one.feed().read(tenant.id(), 0, 10)).containsExactly(new Feed.Change(1, List.of(change)));
        }
    }

    /** Changes and work of one node are sequenced and taken by the other, also when the first one has gone. */
    @Test
    default void otherNodeTakesOver() {
        Expect.declared(storage(), StorageCapability.SHARED);
        Supplier<Storage> data = emptyData();
        try (Storage two = opened(data)) {
            TestTenant tenant;
            WorkItem item;
            try (Storage one = opened(data)) {
                tenant = TestTenant.in(one, "take-over");
                Ticket ticket = tenant.storedTicket();
                item = tenant.storedWork("take-over", ticket, 1).get(0);
                Sequencing.commitChange(tenant, ticket, 2);
            }
            assertThat(Working.due(two, "take-over")).containsExactly(item);
            Sequencing.sequenceAll(two);
            assertThat(two.feed().head(tenant.id())).isEqualTo(1);
        }
    }

    private static Storage opened(Supplier<Storage> data) {
        Storage storage = data.get();
        storage.open();
        return storage;
    }
}

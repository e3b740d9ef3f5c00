package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Writers who meet at one ticket.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TicketLockContract extends StorageFixture {
    /** The second one who locks a ticket waits, and then sees what the first one committed. */
    @Test
    default void secondLockWaitsAndSeesTheCommitOfTheFirst() {
        TestTenant tenant = TestTenant.in(storage(), "lock");
        Ticket ticket = tenant.storedTicket();
        Ticket changed = TestTenant.next(ticket, "changed by the first");
        Future<Ticket> second;
        try (UnitOfWork first = storage().begin(tenant.id(), UnitMode.OWN)) {
            Ticket locked = first.tickets().lock(ticket.id()).orElseThrow();
            second = Together.start(() -> lockAndRead(tenant, ticket));
            assertThat(Together.stillRuns(second)).as("the second waits").isTrue();
            first.tickets().update(locked, changed);
            first.commit();
        }
        assertThat(Together.result(second)).isEqualTo(changed);
    }

    /** After a roll back of the first one, the second one sees the ticket as it was. */
    @Test
    default void secondLockSeesNothingOfARollBack() {
        TestTenant tenant = TestTenant.in(storage(), "unlock");
        Ticket ticket = tenant.storedTicket();
        Future<Ticket> second;
        try (UnitOfWork first = storage().begin(tenant.id(), UnitMode.OWN)) {
            Ticket locked = first.tickets().lock(ticket.id()).orElseThrow();
            first.tickets().update(locked, TestTenant.next(ticket, "never there"));
            second = Together.start(() -> lockAndRead(tenant, ticket));
            assertThat(Together.stillRuns(second)).as("the second waits").isTrue();
        }
        assertThat(Together.result(second)).isEqualTo(ticket);
    }

    private static Ticket lockAndRead(TestTenant tenant, Ticket ticket) {
        try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
            return unit.tickets().lock(ticket.id()).orElseThrow();
        }
    }

    /** A lock sees commits since the unit began, also of a ticket that the unit has read before. */
    @Test
    default void lockReadsAnew() {
        TestTenant tenant = TestTenant.in(storage(), "anew");
        Ticket ticket = tenant.storedTicket();
        Ticket changed = TestTenant.next(ticket, "changed meanwhile");
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(unit.tickets().find(ticket.id())).contains(ticket);
            Together.result(Together.start(() -> {
                tenant.write(other ->
                        other.tickets().update(other.tickets().lock(ticket.id()).orElseThrow(), changed));
                return changed;
            }));
            assertThat(unit.tickets().lock(ticket.id())).contains(changed);
        }
    }

    /** Another ticket can be locked meanwhile. */
    @Test
    default void locksAreForOneTicket() {
        TestTenant tenant = TestTenant.in(storage(), "apart");
        Ticket one = tenant.storedTicket();
        Ticket two = tenant.storedTicket();
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.tickets().lock(one.id());
            assertThat(Together.result(Together.start(() -> lockAndRead(tenant, two))))
                    .isEqualTo(two);
        }
    }

    /** No update of a locked ticket is lost. */
    @Test
    default void noUpdateIsLost() {
        TestTenant tenant = TestTenant.in(storage(), "lost");
        Ticket ticket = tenant.storedTicket();
        Callable<Boolean> increments = () -> {
            for (int i = 0; i < 10; i++) {
                tenant.persist(unit -> {
                    Ticket locked = unit.tickets().lock(ticket.id()).orElseThrow();
                    unit.tickets().update(locked, TestTenant.next(locked, "revision after " + locked.revision()));
                });
            }
            return true;
        };
        Together.all(Collections.nCopies(4, increments));
        Ticket last = tenant.read(unit -> unit.tickets().find(ticket.id())).orElseThrow();
        assertThat(last.revision().value()).isEqualTo(41);
        assertThat(last.subject()).isEqualTo("revision after 40");
    }

    /** Two who lock two tickets in opposite order end. */
    @Test
    default void deadlockEndsForBoth() {
        TestTenant tenant = TestTenant.in(storage(), "deadlock");
        Ticket one = tenant.storedTicket();
        Ticket two = tenant.storedTicket();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<Boolean> committed = Together.all(
                List.of(() -> lockBoth(tenant, one, two, bothHoldOne), () -> lockBoth(tenant, two, one, bothHoldOne)));
        long expected = committed.stream().filter(done -> done).count() + 1;
        assertThat(tenant.read(unit -> unit.tickets().find(one.id()))
                        .orElseThrow()
                        .revision()
                        .value())
                .isEqualTo(expected);
    }

    private static boolean lockBoth(TestTenant tenant, Ticket first, Ticket second, CyclicBarrier barrier)
            throws Exception {
        try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
            Ticket a = unit.tickets().lock(first.id()).orElseThrow();
            barrier.await(30, TimeUnit.SECONDS);
            Ticket b = unit.tickets().lock(second.id()).orElseThrow();
            unit.tickets().update(a, TestTenant.next(a, "both"));
            unit.tickets().update(b, TestTenant.next(b, "both"));
            unit.commit();
            return true;
        } catch (ConflictException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_CONFLICT);
            return false;
        }
    }
}

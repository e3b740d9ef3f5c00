package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.StorageCapability;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Line;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What remains when the line to the data is cut: all of a unit or nothing, and a storage that says so and goes on.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface OutageContract extends StorageFixture {
    /** A commit that did not arrive leaves nothing; the same unit can be done again, and is then done once. */
    @Test
    default void lostCommitLeavesNothing() {
        overLine((tenant, line) -> {
            OutageWrite write = new OutageWrite(tenant);
            line.loseCommit();
            unavailable(write::commit);
            assertThat(line.mend()).as("a commit was sent").isTrue();
            write.assertNothing();
            write.commit();
            write.assertEverything();
        });
    }

    /** When only the answer to a commit is lost, the unit is there as a whole, with its work and its change. */
    @Test
    default void lostAnswerToACommitKeepsTheWhole() {
        overLine((tenant, line) -> {
            OutageWrite write = new OutageWrite(tenant);
            line.loseAnswerToCommit();
            unavailable(write::commit);
            assertThat(line.mend()).as("a commit was sent").isTrue();
            write.assertEverything();
            OutageWrite next = new OutageWrite(tenant);
            next.commit();
            next.assertEverything();
        });
    }

    /** Whichever statement of a unit is lost, nothing remains, and the failure says that the storage is away. */
    @Test
    default void whicheverStatementIsLostNothingRemains() {
        overLine((tenant, line) -> {
            for (int nth = 1; nth < 200; nth++) {
                OutageWrite write = new OutageWrite(tenant);
                line.loseStatement(nth);
                Throwable thrown = Assertions.catchThrowable(write::commit);
                if (!line.mend()) {
                    assertThat(thrown).isNull();
                    assertThat(nth).as("statements of a unit").isGreaterThan(1);
                    write.assertEverything();
                    return;
                }
                assertThat(thrown).as("statement %d", nth).isInstanceOf(TikitException.class);
                assertThat(((TikitException) thrown).code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
                write.assertNothing();
            }
            throw new AssertionError("a unit sends more than 200 statements");
        });
    }

    /** A unit in progress when the line is cut is lost, even if the line is whole again before its commit. */
    @Test
    default void unitInProgressIsLost() {
        overLine((tenant, line) -> {
            Ticket stored = tenant.storedTicket();
            OutageWrite write = new OutageWrite(tenant);
            try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
                assertThat(unit.tickets().lock(stored.id())).contains(stored);
                write.into(unit);
                line.cut();
                unavailable(() -> unit.tickets().find(write.ticket().id()));
                line.mend();
                unavailable(unit::commit);
            }
            write.assertNothing();
            tenant.write(unit -> unit.tickets()
                    .update(unit.tickets().lock(stored.id()).orElseThrow(), TestTenant.next(stored, "after")));
        });
    }

    /** While the line is cut every question is answered by a clear failure, and afterwards all is well again. */
    @Test
    default void cutOffStorageSaysSo() {
        overLine((tenant, line) -> {
            Storage storage = tenant.storage();
            long before = storage.takeNumbers(tenant.id(), 1);
            line.cut();
            for (int i = 0; i < 2; i++) {
                unavailable(storage::ping);
                unavailable(() -> storage.takeNumbers(tenant.id(), 1));
                unavailable(() -> storage.leases().acquire(List.of("outage"), "a", Sequencing.LONG));
                unavailable(() -> storage.timers().claim(Set.of("outage"), Timing.NOW, Timing.LONG, 10));
                unavailable(() -> tenant.read(unit -> unit.users().findAll(tenant.people())));
                unavailable(() -> tenant.write(unit -> unit.tickets().insert(tenant.newTicket())));
            }
            line.mend();
            assertThatCode(storage::ping).doesNotThrowAnyException();
            assertThat(storage.takeNumbers(tenant.id(), 1)).isGreaterThan(before);
            assertThat(storage.leases().acquire(List.of("outage"), "a", Sequencing.LONG))
                    .hasSize(1);
            OutageWrite write = new OutageWrite(tenant);
            write.commit();
            write.assertEverything();
        });
    }

    private static void unavailable(ThrowingCallable call) {
        Expect.failure(ErrorCode.STORAGE_UNAVAILABLE, call);
    }

    private void overLine(OutageScene scene) {
        Optional<CutOff> cutOff = cutOff();
        if (cutOff.isEmpty() && storage().capabilities().contains(StorageCapability.DURABLE)) {
            throw new AssertionError("the storage declares DURABLE, so something can be cut off: override cutOff()");
        }
        Assumptions.assumeTrue(cutOff.isPresent(), "the storage has nothing outside");
        Line line = cutOff.orElseThrow().line();
        try (Storage storage = cutOff.orElseThrow().storage()) {
            storage.open();
            try {
                scene.play(TestTenant.in(storage, "outage"), line);
            } finally {
                line.mend();
            }
        }
    }
}

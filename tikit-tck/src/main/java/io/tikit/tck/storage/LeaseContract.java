package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Leases;
import io.tikit.tck.Await;
import io.tikit.tck.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Leases between nodes, by the time of the database.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface LeaseContract extends StorageFixture {
    /** A lease is held by one owner, who may prolong it; the others get what is free. */
    @Test
    default void leaseIsHeldByOne() {
        Leases leases = storage().leases();
        String name = unique("held");
        Leases.Lease held = acquire(leases, name, "a", Sequencing.LONG).orElseThrow();
        assertThat(held.name()).isEqualTo(name);
        assertThat(held.owner()).isEqualTo("a");
        assertThat(acquire(leases, name, "b", Sequencing.LONG)).isEmpty();
        assertThat(acquire(leases, name, "a", Sequencing.LONG)).contains(held);
        Map<String, Leases.Lease> some = leases.acquire(List.of(name, name + "/free"), "b", Sequencing.LONG);
        assertThat(some).containsOnlyKeys(name + "/free");
        assertThat(leases.acquire(List.of(), "b", Sequencing.LONG)).isEmpty();
        leases.release(List.of(held));
        leases.release(some.values());
    }

    /** A lease that is given back is free at once, and its fence grows when it changes hands. */
    @Test
    default void releasedLeaseIsFree() {
        Leases leases = storage().leases();
        String name = unique("free");
        long fence = Long.MIN_VALUE;
        for (String owner : List.of("a", "b", "a", "c")) {
            Leases.Lease held = acquire(leases, name, owner, Sequencing.LONG).orElseThrow();
            assertThat(held.fence()).isGreaterThan(fence);
            fence = held.fence();
            leases.release(List.of(held));
        }
        leases.release(List.of());
    }

    /** Whoever has lost a lease cannot give it back for the new owner. */
    @Test
    default void staleReleaseIsPassedOver() {
        Leases leases = storage().leases();
        String name = unique("stale");
        Leases.Lease old = acquire(leases, name, "a", Sequencing.LONG).orElseThrow();
        leases.release(List.of(old));
        Leases.Lease held = acquire(leases, name, "b", Sequencing.LONG).orElseThrow();
        leases.release(List.of(old));
        assertThat(acquire(leases, name, "c", Sequencing.LONG)).isEmpty();
        assertThat(acquire(leases, name, "a", Sequencing.LONG)).isEmpty();
        leases.release(List.of(held));
    }

    /** A lease ends by itself, and the next owner has a larger fence. */
    @Test
    default void leaseExpires() {
        Leases leases = storage().leases();
        String name = unique("expire");
        Leases.Lease old = acquire(leases, name, "a", Duration.ofMillis(50)).orElseThrow();
        Leases.Lease next = Await.value("the lease after its end", () -> acquire(leases, name, "b", Sequencing.LONG));
        assertThat(next.fence()).isGreaterThan(old.fence());
        assertThat(acquire(leases, name, "a", Sequencing.LONG)).isEmpty();
        leases.release(List.of(old));
        assertThat(acquire(leases, name, "c", Sequencing.LONG)).isEmpty();
        leases.release(List.of(next));
    }

    /** A lease that has run out is free for the next owner, and whoever held it before is out. */
    @Test
    default void expiredLeaseIsTakenOver() {
        Leases leases = storage().leases();
        String name = unique("expired");
        Leases.Lease old = acquire(leases, name, "a", Sequencing.LONG).orElseThrow();
        assertThat(acquire(leases, name, "b", Sequencing.LONG)).isEmpty();
        expireLeases();
        Leases.Lease next = acquire(leases, name, "b", Sequencing.LONG).orElseThrow();
        assertThat(next.fence()).isGreaterThan(old.fence());
        assertThat(acquire(leases, name, "a", Sequencing.LONG)).isEmpty();
        leases.release(List.of(old));
        assertThat(acquire(leases, name, "c", Sequencing.LONG)).isEmpty();
        leases.release(List.of(next));
    }

    /** A sequencer whose lease has run out gives no positions once another one has it. */
    @Test
    default void expiredSequencerIsFencedOut() {
        TestTenant tenant = TestTenant.in(storage(), "lease-sequencer");
        Leases.Lease old = Sequencing.lease(storage(), "tck-old");
        expireLeases();
        Leases.Lease next = Sequencing.lease(storage(), "tck-next");
        EventRef change = Sequencing.commitChange(tenant, tenant.storedTicket(), 1);
        assertThat(storage().feed().sequence(old, 10)).isZero();
        assertThat(storage().feed().head(tenant.id())).isZero();
        storage().leases().release(List.of(next));
        Sequencing.sequenceUntil(tenant, 1);
        assertThat(Sequencing.read(tenant).get(0).events()).containsExactly(change);
    }

    /** A prolonged lease lasts, under the same fence. */
    @Test
    default void prolongedLeaseLasts() {
        Leases leases = storage().leases();
        String name = unique("prolong");
        Leases.Lease held = acquire(leases, name, "a", Duration.ofMinutes(1)).orElseThrow();
        Optional<Leases.Lease> prolonged = acquire(leases, name, "a", Sequencing.LONG);
        assertThat(prolonged).contains(held);
        String brief = name + "/brief";
        assertThat(acquire(leases, brief, "a", Duration.ofMillis(200))).isPresent();
        Leases.Lease longer = acquire(leases, brief, "a", Sequencing.LONG).orElseThrow();
        assertThat(Await.within(
                        Duration.ofMillis(500),
                        () -> acquire(leases, brief, "b", Sequencing.LONG).isPresent()))
                .as("another one took the prolonged lease")
                .isFalse();
        leases.release(List.of(held, longer));
    }

    /** Of several who want a lease at once, one gets it. */
    @Test
    default void oneOfSeveralGetsTheLease() {
        Leases leases = storage().leases();
        String stem = unique("race");
        for (int i = 0; i < 5; i++) {
            String name = stem + "/" + i;
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int j = 0; j < 4; j++) {
                String owner = "owner-" + j;
                tasks.add(() -> won(leases, name, owner));
            }
            assertThat(Together.all(tasks)).as("who got %s", name).containsOnlyOnce(true);
        }
    }

    /** As many as 500 leases are taken and given back at once. */
    @Test
    default void manyLeasesAreTakenAtOnce() {
        Leases leases = storage().leases();
        String stem = unique("many");
        List<String> names = IntStream.range(0, 500)
                .mapToObj(i -> "%s/%03d/%s".formatted(stem, i, "x".repeat(80 - 6 - stem.length())))
                .map(name -> name.substring(0, Math.min(80, name.length())))
                .toList();
        Map<String, Leases.Lease> held = leases.acquire(names, "a", Sequencing.LONG);
        assertThat(held).hasSize(500);
        assertThat(leases.acquire(names.subList(0, 10), "b", Sequencing.LONG)).isEmpty();
        leases.release(held.values());
        Map<String, Leases.Lease> next = leases.acquire(names, "b", Sequencing.LONG);
        assertThat(next).hasSize(500);
        leases.release(next.values());
    }

    /** Leases that somebody holds are seen by all, and for a while after their end by those who ask for it. */
    @Test
    default void takenLeasesAreSeen() {
        Leases leases = storage().leases();
        String stem = unique("taken");
        assertThat(leases.taken(stem, Duration.ZERO)).isEmpty();
        Map<String, Leases.Lease> held = leases.acquire(List.of(stem + "/a", stem + "/b"), "a", Sequencing.LONG);
        leases.acquire(List.of(stem + "/c"), "b", Sequencing.LONG);
        assertThat(leases.taken(stem + "/", Duration.ZERO))
                .containsExactlyInAnyOrder(stem + "/a", stem + "/b", stem + "/c");
        assertThat(leases.taken(stem + "/b", Duration.ZERO)).containsExactly(stem + "/b");
        leases.release(held.values());
        assertThat(leases.taken(stem + "/", Duration.ZERO)).containsExactly(stem + "/c");
        String brief = stem + "-brief/a";
        leases.acquire(List.of(brief), "a", Duration.ofMillis(50));
        Await.until("it ends", () -> leases.taken(brief, Duration.ZERO).isEmpty());
        assertThat(leases.taken(brief, Duration.ofHours(1))).containsExactly(brief);
    }

    /** Whoever loses may also hear that two met. */
    private static boolean won(Leases leases, String name, String owner) {
        try {
            return acquire(leases, name, owner, Sequencing.LONG).isPresent();
        } catch (ConflictException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_CONFLICT);
            return false;
        }
    }

    private String unique(String label) {
        return "tck/" + TestTenant.in(storage(), "lease-" + label).id();
    }

    private static Optional<Leases.Lease> acquire(Leases leases, String name, String owner, Duration length) {
        return Optional.ofNullable(leases.acquire(List.of(name), owner, length).get(name));
    }
}

package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Leases;
import io.tikit.tck.Await;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Committed changes in their order.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface FeedContract extends StorageFixture {
    /** Positions are dense from 1 in each tenant, and a change holds its events in order. */
    @Test
    default void positionsAreDense() {
        TestTenant one = TestTenant.in(storage(), "feed-a");
        TestTenant two = TestTenant.in(storage(), "feed-b");
        assertThat(storage().feed().head(one.id())).isZero();
        List<List<EventRef>> expected = new ArrayList<>();
        Ticket ticket = one.storedTicket();
        Ticket other = two.storedTicket();
        for (int i = 1; i <= 10; i++) {
            List<EventRef> refs = new ArrayList<>();
            int events = i % 3 + 1;
            long revision = i * 10L;
            one.write(unit -> {
                for (int j = 0; j < events; j++) {
                    Event event = one.newEvent(ticket, revision + j);
                    unit.events().insert(event);
                    refs.add(EventRef.of(event));
                }
                unit.outbox().change(refs);
            });
            expected.add(refs);
            Sequencing.commitChange(two, other, i);
        }
        assertThat(storage().feed().head(one.id())).isZero();
        assertThat(storage().feed().read(one.id(), 0, 10)).isEmpty();
        Sequencing.sequenceUntil(one, 10);
        Sequencing.sequenceUntil(two, 10);
        List<Feed.Change> changes = Sequencing.read(one);
        assertThat(changes).extracting(Feed.Change::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(changes).extracting(Feed.Change::events).containsExactlyElementsOf(expected);
        assertThat(Sequencing.read(two)).hasSize(10);
        assertThat(storage().feed().head(one.id())).isEqualTo(10);
        assertThat(storage().feed().read(one.id(), 6, 2)).containsExactlyElementsOf(changes.subList(6, 8));
        assertThat(storage().feed().read(one.id(), 10, 5)).isEmpty();
    }

    /** A change may hold as many as 200 events. */
    @Test
    default void changeHoldsManyEvents() {
        TestTenant tenant = TestTenant.in(storage(), "feed-many");
        Ticket ticket = tenant.storedTicket();
        List<EventRef> refs = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 1; i <= 200; i++) {
                Event event = tenant.newEvent(ticket, i);
                unit.events().insert(event);
                refs.add(EventRef.of(event));
            }
            unit.outbox().change(refs);
        });
        Sequencing.sequenceUntil(tenant, 1);
        assertThat(Sequencing.read(tenant)).containsExactly(new Feed.Change(1, refs));
    }

    /** No more changes are given positions than asked for. */
    @Test
    default void sequencingIsLimited() {
        TestTenant tenant = TestTenant.in(storage(), "feed-limit");
        Sequencing.sequenceAll(storage());
        Ticket ticket = tenant.storedTicket();
        for (int i = 1; i <= 5; i++) {
            Sequencing.commitChange(tenant, ticket, i);
        }
        Leases.Lease lease = Sequencing.lease(storage());
        Await.until("the first changes have positions", () -> {
            int done = storage().feed().sequence(lease, 2);
            assertThat(done).isLessThanOrEqualTo(2);
            return done > 0;
        });
        assertThat(storage().feed().head(tenant.id())).isBetween(1L, 2L);
        storage().leases().release(List.of(lease));
        Sequencing.sequenceUntil(tenant, 5);
        assertThat(Sequencing.read(tenant)).hasSize(5);
    }

    /** Whoever has lost the lease gives no positions. */
    @Test
    default void lostLeaseGivesNoPositions() {
        TestTenant tenant = TestTenant.in(storage(), "feed-fence");
        Leases.Lease lost = Sequencing.lease(storage(), "tck-first");
        storage().leases().release(List.of(lost));
        Leases.Lease held = Sequencing.lease(storage(), "tck-second");
        assertThat(held.fence()).isGreaterThan(lost.fence());
        Ticket ticket = tenant.storedTicket();
        EventRef change = Sequencing.commitChange(tenant, ticket, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(storage().feed().sequence(lost, 100)).isZero();
        }
        assertThat(storage().feed().head(tenant.id())).isZero();
        Await.until("the holder gives positions", () -> {
            storage().feed().sequence(held, 100);
            return storage().feed().head(tenant.id()) == 1;
        });
        assertThat(storage().feed().sequence(lost, 100)).isZero();
        assertThat(Sequencing.read(tenant)).containsExactly(new Feed.Change(1, List.of(change)));
        storage().leases().release(List.of(held));
    }

    /** Heads tell which tenants grew since one asked last. */
    @Test
    default void headsTellWhoGrew() {
        TestTenant grows = TestTenant.in(storage(), "head-a");
        TestTenant rests = TestTenant.in(storage(), "head-b");
        Ticket ticket = grows.storedTicket();
        Sequencing.commitChange(grows, ticket, 1);
        Sequencing.commitChange(rests, rests.storedTicket(), 1);
        Sequencing.sequenceUntil(grows, 1);
        Sequencing.sequenceUntil(rests, 1);
        Feed.Heads all = heads(0);
        assertThat(all.positions()).containsEntry(grows.id(), 1L).containsEntry(rests.id(), 1L);
        Feed.Heads none = storage().feed().heads(all.version());
        assertThat(none.positions()).doesNotContainKeys(grows.id(), rests.id());
        Sequencing.commitChange(grows, ticket, 2);
        Sequencing.commitChange(grows, ticket, 3);
        Sequencing.sequenceUntil(grows, 3);
        Feed.Heads grown = heads(all.version());
        assertThat(grown.version()).isGreaterThan(all.version());
        assertThat(grown.positions()).containsEntry(grows.id(), 3L).doesNotContainKey(rests.id());
    }

    private Feed.Heads heads(long since) {
        Feed.Heads heads = storage().feed().heads(since);
        assertThat(heads.positions()).hasSizeLessThanOrEqualTo(1_000);
        return heads;
    }

    /** Readers keep their positions, each its own, and never go back. */
    @Test
    default void readersKeepTheirPositions() {
        TestTenant tenant = TestTenant.in(storage(), "reader");
        TestTenant other = TestTenant.in(storage(), "reader-not");
        Feed feed = storage().feed();
        assertThat(feed.position(tenant.id(), "export")).isEmpty();
        feed.advance(tenant.id(), "export", 0);
        assertThat(feed.position(tenant.id(), "export")).hasValue(0);
        feed.advance(tenant.id(), "export", 7);
        feed.advance(tenant.id(), "mirror", 2);
        feed.advance(tenant.id(), "export", 5);
        assertThat(feed.position(tenant.id(), "export")).hasValue(7);
        assertThat(feed.position(tenant.id(), "mirror")).hasValue(2);
        assertThat(feed.position(other.id(), "export")).isEmpty();
        feed.advance(tenant.id(), "export", 8);
        assertThat(feed.position(tenant.id(), "export")).hasValue(8);
    }

    /** A reader moves on only from where it was left, so that whoever was told to go elsewhere notices. */
    @Test
    default void readerThatWasPlacedElsewhereDoesNotMoveOn() {
        TestTenant tenant = TestTenant.in(storage(), "placed");
        TestTenant other = TestTenant.in(storage(), "placed-not");
        Feed feed = storage().feed();
        assertThat(feed.advance(tenant.id(), "sub/a", 0, 5)).isFalse();
        assertThat(feed.place(tenant.id(), "sub/a", 5)).isFalse();
        assertThat(feed.position(tenant.id(), "sub/a")).isEmpty();
        feed.advance(tenant.id(), "sub/a", 3);
        feed.advance(other.id(), "sub/a", 3);
        assertThat(feed.advance(tenant.id(), "sub/a", 3, 9)).isTrue();
        assertThat(feed.advance(tenant.id(), "sub/a", 3, 11)).isFalse();
        assertThat(feed.position(tenant.id(), "sub/a")).hasValue(9);
        assertThat(feed.place(tenant.id(), "sub/a", 2)).isTrue();
        assertThat(feed.advance(tenant.id(), "sub/a", 9, 10)).isFalse();
        assertThat(feed.position(tenant.id(), "sub/a")).hasValue(2);
        assertThat(feed.position(other.id(), "sub/a")).hasValue(3);
        assertThat(feed.advance(tenant.id(), "sub/a", 2, 3)).isTrue();
    }

    /** Readers are listed page by page until they are removed. */
    @Test
    default void readersAreListedUntilTheyAreRemoved() {
        TestTenant tenant = TestTenant.in(storage(), "listed");
        TestTenant other = TestTenant.in(storage(), "listed-not");
        Feed feed = storage().feed();
        feed.advance(other.id(), "sub/other", 1);
        List<String> names = List.of("sub/a", "sub/a-b", "sub/a.c", "sub/b", "sub/b_1", "t");
        names.forEach(name -> feed.advance(tenant.id(), name, name.length()));
        List<Feed.Reader> all = new ArrayList<>();
        for (List<Feed.Reader> page = feed.readers(tenant.id(), "", 2);
                !page.isEmpty();
                page = feed.readers(tenant.id(), all.get(all.size() - 1).name(), 2)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            all.addAll(page);
        }
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .map(name -> new Feed.Reader(name, name.length()))
                        .toList());
        assertThat(feed.remove(other.id(), "sub/a")).isFalse();
        assertThat(feed.remove(tenant.id(), "sub/a")).isTrue();
        assertThat(feed.remove(tenant.id(), "sub/a")).isFalse();
        assertThat(feed.position(tenant.id(), "sub/a")).isEmpty();
        assertThat(feed.advance(tenant.id(), "sub/a", 5, 6)).isFalse();
        assertThat(feed.readers(tenant.id(), "", 10)).hasSize(5);
    }

    /** Changes that wait are noticed, and that none waits as well, at the latest a little later. */
    @Test
    default void waitingChangesAreNoticed() {
        TestTenant tenant = TestTenant.in(storage(), "waiting");
        Sequencing.sequenceAll(storage());
        Sequencing.commitChange(tenant, tenant.storedTicket(), 1);
        Await.until("a change waits", () -> storage().feed().oldestWaiting().isPresent());
        Sequencing.sequenceUntil(tenant, 1);
        Await.until("none waits", () -> {
            Sequencing.sequenceAll(storage());
            return storage().feed().oldestWaiting().isEmpty();
        });
    }
}

package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The feed while many commit at once.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface FeedConcurrencyContract extends StorageFixture {
    /** Nothing is lost or doubled, and changes of a ticket stay in the order of their commits. */
    @Test
    default void nothingIsLostUnderConcurrentCommits() {
        TestTenant one = TestTenant.in(storage(), "flow-a");
        TestTenant two = TestTenant.in(storage(), "flow-b");
        Ticket shared = one.storedTicket();
        List<EventRef> ofOne = new ArrayList<>();
        List<EventRef> ofTwo = new ArrayList<>();
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestTenant tenant = i == 0 ? two : one;
            Ticket own = tenant.storedTicket();
            List<Event> events = new ArrayList<>();
            for (int revision = 1; revision <= 20; revision++) {
                events.add(tenant.newEvent(own, revision));
            }
            (i == 0 ? ofTwo : ofOne).addAll(events.stream().map(EventRef::of).toList());
            writers.add(() -> commitOneByOne(tenant, events));
        }
        List<EventRef> ofShared = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            writers.add(() -> commitInTurn(one, shared, ofShared));
        }
        AtomicBoolean ended = new AtomicBoolean();
        Future<Boolean> sequencer = Together.start(() -> {
            while (!ended.get()) {
                Sequencing.sequenceAll(one.storage());
            }
            return true;
        });
        try {
            Together.all(writers);
        } finally {
            ended.set(true);
        }
        Together.result(sequencer);
        Sequencing.sequenceUntil(one, ofOne.size() + 20L);
        Sequencing.sequenceUntil(two, ofTwo.size());
        List<EventRef> seen = events(one);
        assertThat(seen).doesNotHaveDuplicates().containsAll(ofOne).hasSize(ofOne.size() + 20);
        assertThat(events(two)).containsExactlyElementsOf(ofTwo);
        for (Ticket ticket : one.read(unit -> unit.tickets().scan(Optional.empty(), 100))) {
            assertThat(seen.stream()
                            .filter(ref -> ref.subject().equals(ticket.id().value())))
                    .as("changes of one ticket in the order of their commits")
                    .containsExactlyElementsOf(inOrder(ticket, ofOne, ofShared));
        }
    }

    private static List<EventRef> inOrder(Ticket ticket, List<EventRef> own, List<EventRef> shared) {
        List<EventRef> all = new ArrayList<>(own);
        all.addAll(shared);
        all.removeIf(ref -> !ref.subject().equals(ticket.id().value()));
        return all;
    }

    private static boolean commitOneByOne(TestTenant tenant, List<Event> events) {
        for (Event event : events) {
            tenant.persist(unit -> {
                unit.events().insert(event);
                unit.outbox().change(List.of(EventRef.of(event)));
            });
        }
        return true;
    }

    /** Ten commits on a ticket that others lock as well; the order of commits is noted under the lock. */
    private static boolean commitInTurn(TestTenant tenant, Ticket ticket, List<EventRef> order) {
        for (int i = 0; i < 10; i++) {
            tenant.persist(unit -> {
                Ticket locked = unit.tickets().lock(ticket.id()).orElseThrow();
                Ticket changed = TestTenant.next(locked, "turn");
                Event event;
                synchronized (order) {
                    event = tenant.newEvent(ticket, changed.revision().value());
                    while (order.size() >= locked.revision().value()) {
                        order.remove(order.size() - 1); // noted by a unit that had to give way
                    }
                    order.add(EventRef.of(event));
                }
                unit.tickets().update(locked, changed);
                unit.events().insert(event);
                unit.outbox().change(List.of(EventRef.of(event)));
            });
        }
        return true;
    }

    private static List<EventRef> events(TestTenant tenant) {
        List<Feed.Change> changes = Sequencing.read(tenant);
        assertThat(changes)
                .extracting(Feed.Change::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes.size()).boxed().toList());
        return changes.stream().flatMap(change -> change.events().stream()).toList();
    }

    /** A unit that stays open holds up neither sequencing nor readers, and its change comes after its commit. */
    @Test
    default void openUnitHoldsNobodyUp() {
        TestTenant tenant = TestTenant.in(storage(), "flow-open");
        Ticket slow = tenant.storedTicket();
        Ticket quick = tenant.storedTicket();
        Event late = tenant.newEvent(slow, 1);
        EventRef early;
        try (UnitOfWork open = storage().begin(tenant.id(), UnitMode.OWN)) {
            open.events().insert(late);
            open.outbox().change(List.of(EventRef.of(late)));
            assertThat(open.events().find(late.subject(), late.id())).isPresent();
            early = Together.result(Together.start(() -> Sequencing.commitChange(tenant, quick, 1)));
            Sequencing.sequenceUntil(tenant, 1);
            assertThat(events(tenant)).containsExactly(early);
            open.commit();
        }
        Sequencing.sequenceUntil(tenant, 2);
        assertThat(events(tenant)).containsExactly(early, EventRef.of(late));
    }

    /** A change that was rolled back never shows and leaves no gap. */
    @Test
    default void rolledBackChangeLeavesNoGap() {
        TestTenant tenant = TestTenant.in(storage(), "flow-back");
        Ticket ticket = tenant.storedTicket();
        EventRef first = Sequencing.commitChange(tenant, ticket, 1);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            Event never = tenant.newEvent(ticket, 2);
            unit.events().insert(never);
            unit.outbox().change(List.of(EventRef.of(never)));
            assertThat(unit.events().find(never.subject(), never.id())).isPresent();
        }
        EventRef second = Sequencing.commitChange(tenant, ticket, 3);
        Sequencing.sequenceUntil(tenant, 2);
        assertThat(events(tenant)).containsExactly(first, second);
        assertThat(Sequencing.sequenceAll(storage())).isZero();
    }
}

package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.timer.Timer;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.tck.Await;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A unit with a little of everything, which is there as a whole or not at all. */
final class OutageWrite {
    private final TestTenant tenant;
    private final Ticket ticket;
    private final Event event;
    private final WorkItem item;
    private final IdempotencyKey key;
    private final Timer timer;

    OutageWrite(TestTenant tenant) {
        this.tenant = tenant;
        ticket = tenant.newTicket();
        event = tenant.newEvent(ticket, 1);
        String name = "w-" + ticket.id().value().toString().substring(0, 8);
        item = tenant.newWork(name, event);
        key = IdempotencyKey.of("outage", name);
        timer = Timing.timer(tenant, name, "k", Timing.NOW);
    }

    Ticket ticket() {
        return ticket;
    }

    void commit() {
        tenant.write(this::into);
    }

    void into(UnitOfWork unit) {
        unit.tickets().insert(ticket);
        unit.entries().insert(tenant.data().entry(ticket.id(), tenant.people()));
        unit.events().insert(event);
        unit.keys()
                .insert(
                        key,
                        new KeyRepository.Use(
                                "create", ticket.id().value(), ticket.id().value()));
        unit.timers().schedule(timer);
        unit.outbox().work(item);
        unit.outbox().change(List.of(EventRef.of(event)));
    }

    void assertNothing() {
        Storage storage = tenant.storage();
        tenant.read(unit -> {
            assertThat(unit.tickets().find(ticket.id())).isEmpty();
            assertThat(unit.entries().page(ticket.id(), true, Optional.empty(), 10))
                    .isEmpty();
            assertThat(unit.events().page(ticket.id().value(), Set.of(), Optional.empty(), 10))
                    .isEmpty();
            assertThat(unit.keys().find(key)).isEmpty();
            assertThat(unit.timers().find(timer.handler(), timer.key())).isEmpty();
            return unit;
        });
        assertThat(Working.due(storage, item.consumer())).isEmpty();
        assertThat(Timing.claim(storage, timer.handler(), Timing.NOW)).isEmpty();
        Sequencing.sequenceAll(storage);
        assertThat(Sequencing.read(tenant)).noneMatch(change -> change.events().contains(EventRef.of(event)));
    }

    void assertEverything() {
        Storage storage = tenant.storage();
        tenant.read(unit -> {
            assertThat(unit.tickets().find(ticket.id())).contains(ticket);
            assertThat(unit.entries().page(ticket.id(), true, Optional.empty(), 10))
                    .hasSize(1);
            assertThat(unit.events().page(ticket.id().value(), Set.of(), Optional.empty(), 10))
                    .hasSize(1);
            assertThat(unit.keys().find(key)).isPresent();
            return unit;
        });
        // A storage may have to look first at what became of a commit.
        Await.until(
                "the work is due", () -> !Working.due(storage, item.consumer()).isEmpty());
        assertThat(Working.due(storage, item.consumer())).containsExactly(item);
        assertThat(Await.value(
                                "the timer is due",
                                () -> Timing.claim(storage, timer.handler(), Timing.NOW).stream()
                                        .findFirst())
                        .timer())
                .isEqualTo(timer);
        Await.until("the change is in the feed", () -> {
            Sequencing.sequenceAll(storage);
            return Sequencing.read(tenant).stream()
                    .anyMatch(change -> change.events().contains(EventRef.of(event)));
        });
        assertThat(Sequencing.read(tenant))
                .doesNotHaveDuplicates()
                .satisfiesOnlyOnce(change -> assertThat(change.events()).contains(EventRef.of(event)));
    }
}

package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.Entry;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.Event;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Units of work: all or nothing, and what each sees of the others.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface UnitContract extends StorageFixture {
    /** A unit that is closed without a commit leaves nothing in any repository. */
    @Test
    default void nothingRemainsWithoutCommit() {
        TestTenant tenant = TestTenant.in(storage(), "rollback");
        Ticket ticket = tenant.newTicket();
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            everything(tenant, unit, ticket);
        }
        assertNothing(tenant, ticket);
    }

    /** A unit whose commit fails leaves nothing in any repository. */
    @Test
    default void nothingRemainsOfAFailedCommit() {
        TestTenant tenant = TestTenant.in(storage(), "failed");
        Ticket ticket = tenant.newTicket();
        User there = tenant.users().get(0);
        User same = new User(tenant.data().user().id(), there.person(), there.role(), true, there.createdAt());
        Expect.failure(
                ErrorCode.USER_EXISTS,
                () -> tenant.write(unit -> {
                    everything(tenant, unit, ticket);
                    unit.users().insert(same);
                }));
        assertNothing(tenant, ticket);
    }

    /** A unit sees its own writes in every repository; others see all of them after the commit and none before. */
    @Test
    default void writesBecomeTrueTogether() {
        TestTenant tenant = TestTenant.in(storage(), "together");
        Ticket ticket = tenant.newTicket();
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            everything(tenant, unit, ticket);
            assertThat(unit.tickets().find(ticket.id())).contains(ticket);
            assertThat(unit.entries().page(ticket.id(), true, Optional.empty(), 10))
                    .hasSize(1);
            assertThat(unit.events().page(ticket.id().value(), Set.of(), Optional.empty(), 10))
                    .hasSize(1);
            assertThat(unit.intervals().of(ticket.id(), 10)).hasSize(1);
            assertThat(unit.users().page(Optional.empty(), 10)).hasSize(4);
            assertThat(unit.teams().page(Optional.empty(), 10)).hasSize(3);
            assertThat(unit.keys().find(key())).isPresent();
            unit.commit();
        }
        tenant.read(unit -> {
            assertThat(unit.tickets().find(ticket.id())).contains(ticket);
            assertThat(unit.entries().page(ticket.id(), true, Optional.empty(), 10))
                    .hasSize(1);
            assertThat(unit.events().page(ticket.id().value(), Set.of(), Optional.empty(), 10))
                    .hasSize(1);
            assertThat(unit.intervals().of(ticket.id(), 10)).hasSize(1);
            assertThat(unit.users().page(Optional.empty(), 10)).hasSize(4);
            assertThat(unit.teams().page(Optional.empty(), 10)).hasSize(3);
            assertThat(unit.keys().find(key())).isPresent();
            return unit;
        });
    }

    /** Each statement of a reading unit sees what is committed when it runs. */
    @Test
    default void readingUnitSeesLaterCommits() {
        TestTenant tenant = TestTenant.in(storage(), "later");
        Ticket ticket = tenant.newTicket();
        Ticket changed = TestTenant.next(ticket, "changed");
        try (UnitOfWork reading = storage().begin(tenant.id(), UnitMode.READ)) {
            assertThat(reading.tickets().find(ticket.id())).isEmpty();
            elsewhere(tenant, unit -> unit.tickets().insert(ticket));
            assertThat(reading.tickets().find(ticket.id())).contains(ticket);
            assertThat(reading.tickets().findAll(List.of(ticket.id()))).containsExactly(ticket);
            elsewhere(
                    tenant,
                    unit -> unit.tickets()
                            .update(unit.tickets().lock(ticket.id()).orElseThrow(), changed));
            assertThat(reading.tickets().find(ticket.id())).contains(changed);
            assertThat(reading.tickets().findAll(List.of(ticket.id()))).containsExactly(changed);
            assertThat(reading.tickets().scan(Optional.empty(), 10)).containsExactly(changed);
            User user = tenant.users().get(0);
            User idle = new User(user.id(), user.person(), user.role(), !user.active(), user.createdAt());
            assertThat(reading.users().findAll(List.of(user.id()))).containsExactly(user);
            elsewhere(tenant, unit -> unit.users().update(idle));
            assertThat(reading.users().findAll(List.of(user.id()))).containsExactly(idle);
        }
    }

    /** Closing is harmless: after a commit, without any use, and again. */
    @Test
    default void closingIsHarmless() {
        TestTenant tenant = TestTenant.in(storage(), "close");
        Ticket ticket = tenant.newTicket();
        UnitOfWork committed = storage().begin(tenant.id(), UnitMode.OWN);
        committed.tickets().insert(ticket);
        committed.commit();
        committed.close();
        committed.close();
        storage().begin(tenant.id(), UnitMode.OWN).close();
        storage().begin(tenant.id(), UnitMode.READ).close();
        try (UnitOfWork empty = storage().begin(tenant.id(), UnitMode.OWN)) {
            empty.commit();
        }
        assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(ticket);
    }

    /** Units do not use up what they take: hundreds can follow each other. */
    @Test
    default void unitsGiveEverythingBack() {
        TestTenant tenant = TestTenant.in(storage(), "leak");
        TicketId missing = new TicketId(tenant.data().id());
        for (int i = 0; i < 200; i++) {
            try (UnitOfWork unit = storage().begin(tenant.id(), i % 2 == 0 ? UnitMode.OWN : UnitMode.READ)) {
                unit.tickets().find(missing);
            }
        }
        assertThat(tenant.read(UnitOfWork::tenant)).isEqualTo(tenant.id());
    }

    private static void elsewhere(TestTenant tenant, java.util.function.Consumer<UnitOfWork> action) {
        Together.result(Together.start(() -> {
            tenant.write(action);
            return true;
        }));
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.of("unit", "1");
    }

    private static void everything(TestTenant tenant, UnitOfWork unit, Ticket ticket) {
        unit.users().insert(tenant.data().user());
        Team team = tenant.data().team(tenant.people());
        unit.teams().insert(team);
        unit.tickets().insert(ticket);
        Entry entry = tenant.data().entry(ticket.id(), tenant.people());
        unit.entries().insert(entry);
        Event event = tenant.newEvent(ticket, 1);
        unit.events().insert(event);
        unit.intervals()
                .begin(
                        ticket.id(),
                        new Interval(
                                Interval.Kind.STATUS,
                                ticket.status().key(),
                                TestTenant.START,
                                Optional.empty(),
                                event.id()));
        unit.keys()
                .insert(
                        key(),
                        new KeyRepository.Use(
                                "create", ticket.id().value(), ticket.id().value()));
        unit.outbox().work(tenant.newWork("unit", event));
        unit.outbox().change(List.of(EventRef.of(event)));
    }

    private static void assertNothing(TestTenant tenant, Ticket ticket) {
        tenant.read(unit -> {
            assertThat(unit.tickets().find(ticket.id())).isEmpty();
            assertThat(unit.tickets().findByNumber(ticket.summary().serial())).isEmpty();
            assertThat(unit.entries().page(ticket.id(), true, Optional.empty(), 10))
                    .isEmpty();
            assertThat(unit.events().page(ticket.id().value(), Set.of(), Optional.empty(), 10))
                    .isEmpty();
            assertThat(unit.intervals().of(ticket.id(), 10)).isEmpty();
            assertThat(unit.users().page(Optional.empty(), 10)).hasSize(3);
            assertThat(unit.teams().page(Optional.empty(), 10)).hasSize(2);
            assertThat(unit.keys().find(key())).isEmpty();
            return unit;
        });
        assertThat(Working.due(tenant.storage(), "unit"))
                .noneMatch(item -> item.tenant().equals(tenant.id()));
        Sequencing.sequenceAll(tenant.storage());
        assertThat(tenant.storage().feed().head(tenant.id())).isZero();
    }
}

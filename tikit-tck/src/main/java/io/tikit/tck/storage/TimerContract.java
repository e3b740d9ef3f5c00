package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.timer.Timer;
import io.tikit.spi.storage.TimerQueue.Claim;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import org.junit.jupiter.api.Test;

/**
 * Timers in units of work.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TimerContract extends StorageFixture {
    /** Timers come back as they were written, by key and by subject, within their tenant. */
    @Test
    default void timersComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "timer");
        TestTenant other = TestTenant.in(storage(), "timer-other");
        String handler = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        Timer later =
                Timing.full(tenant, handler, "later", Timing.NOW, ticket.id().value());
        Timer sooner = Timing.full(
                tenant,
                handler,
                "sooner",
                Timing.NOW.minusMillis(1),
                ticket.id().value());
        Timer plain = Timing.timer(tenant, handler, "plain", Timing.NOW);
        tenant.write(unit -> {
            unit.timers().schedule(later);
            unit.timers().schedule(sooner);
            unit.timers().schedule(plain);
            assertThat(unit.timers().find(handler, "later")).contains(later);
        });
        assertThat(tenant.find(unit -> unit.timers().find(handler, "plain"))).contains(plain);
        assertThat(tenant.list(unit -> unit.timers().about(ticket.id().value(), 10)))
                .containsExactly(sooner, later);
        assertThat(tenant.list(unit -> unit.timers().about(ticket.id().value(), 1)))
                .containsExactly(sooner);
        assertThat(tenant.find(unit -> unit.timers().find("x" + handler, "plain")))
                .isEmpty();
        assertThat(other.find(unit -> unit.timers().find(handler, "plain"))).isEmpty();
        assertThat(Timing.claim(storage(), handler, Timing.NOW))
                .extracting(Claim::timer)
                .containsExactlyInAnyOrder(sooner, later, plain);
    }

    /** A timer scheduled under the same key replaces the first, also within one unit. */
    @Test
    default void sameKeyReplaces() {
        TestTenant tenant = TestTenant.in(storage(), "timer-again");
        String handler = tenant.id().value();
        Timer first = Timing.timer(tenant, handler, "k", Timing.NOW.minusSeconds(1));
        Timer second = Timing.timer(tenant, handler, "k", Timing.NOW.minusSeconds(3));
        Timer third = Timing.timer(tenant, handler, "k", Timing.NOW.minusSeconds(2));
        tenant.write(unit -> unit.timers().schedule(first));
        tenant.write(unit -> {
            unit.timers().schedule(second);
            unit.timers().schedule(third);
        });
        assertThat(tenant.find(unit -> unit.timers().find(handler, "k"))).contains(third);
        assertThat(Timing.claimOne(storage(), handler).timer()).isEqualTo(third);
    }

    /** What a unit that did not commit scheduled or took back is as before. */
    @Test
    default void rollBackLeavesTimersAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "timer-back");
        String handler = tenant.id().value();
        Timer kept = Timing.timer(tenant, handler, "kept", Timing.NOW);
        tenant.write(unit -> unit.timers().schedule(kept));
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.timers().schedule(Timing.timer(tenant, handler, "dropped", Timing.NOW));
            assertThat(unit.timers().cancel(handler, "kept")).isTrue();
            assertThat(unit.timers().find(handler, "kept")).isEmpty();
        }
        assertThat(Timing.claimOne(storage(), handler).timer()).isEqualTo(kept);
    }

    /** A timer is taken back once. */
    @Test
    default void cancelledTimerIsGone() {
        TestTenant tenant = TestTenant.in(storage(), "timer-cancel");
        String handler = tenant.id().value();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        tenant.write(unit -> {
            assertThat(unit.timers().cancel(handler, "k")).isTrue();
            assertThat(unit.timers().cancel(handler, "k")).isFalse();
        });
        assertThat(Timing.claim(storage(), handler, Timing.NOW)).isEmpty();
    }

    /** A timer ends with the unit that does what it is for, and with no other. */
    @Test
    default void timerEndsWithItsUnit() {
        TestTenant tenant = TestTenant.in(storage(), "timer-fire");
        String handler = tenant.id().value();
        Ticket ticket = tenant.newTicket();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        Claim claim = Timing.claimOne(storage(), handler);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.timers().fire(claim);
            unit.tickets().insert(tenant.newTicket());
        }
        assertThat(tenant.find(unit -> unit.timers().find(handler, "k"))).isPresent();
        tenant.write(unit -> {
            unit.timers().fire(claim);
            unit.tickets().insert(ticket);
        });
        assertThat(tenant.find(unit -> unit.timers().find(handler, "k"))).isEmpty();
        assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(ticket);
        Ticket twice = tenant.newTicket();
        Expect.failure(
                ErrorCode.TIMER_STALE,
                () -> tenant.write(unit -> {
                    unit.timers().fire(claim);
                    unit.tickets().insert(twice);
                }));
        assertThat(tenant.find(unit -> unit.tickets().find(twice.id()))).isEmpty();
    }

    /** Whoever does a timer that was meanwhile taken back or scheduled anew writes nothing. */
    @Test
    default void staleTimerIsNotDone() {
        TestTenant tenant = TestTenant.in(storage(), "timer-stale");
        String handler = tenant.id().value();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        Claim first = Timing.claimOne(storage(), handler);
        Timer again = Timing.timer(tenant, handler, "k", Timing.NOW);
        tenant.write(unit -> unit.timers().schedule(again));
        refused(tenant, first);
        assertThat(tenant.find(unit -> unit.timers().find(handler, "k"))).contains(again);
        Claim second = Timing.claimOne(storage(), handler);
        tenant.write(unit -> assertThat(unit.timers().cancel(handler, "k")).isTrue());
        refused(tenant, second);
    }

    private static void refused(TestTenant tenant, Claim claim) {
        Ticket ticket = tenant.newTicket();
        Expect.failure(
                ErrorCode.TIMER_STALE,
                () -> tenant.write(unit -> {
                    unit.timers().fire(claim);
                    unit.tickets().insert(ticket);
                }));
        assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).isEmpty();
    }

    /** A timer may schedule itself anew in the unit that ends it. */
    @Test
    default void timerGoesOn() {
        TestTenant tenant = TestTenant.in(storage(), "timer-on");
        String handler = tenant.id().value();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        Claim claim = Timing.claimOne(storage(), handler);
        Timer next = Timing.timer(tenant, handler, "k", Timing.NOW);
        tenant.write(unit -> {
            unit.timers().fire(claim);
            unit.timers().schedule(next);
        });
        Claim second = Timing.claimOne(storage(), handler);
        assertThat(second.timer()).isEqualTo(next);
        refused(tenant, claim);
        tenant.write(unit -> {
            unit.timers().fire(second);
            assertThat(unit.timers().cancel(handler, "k")).isTrue();
        });
        assertThat(tenant.find(unit -> unit.timers().find(handler, "k"))).isEmpty();
    }
}

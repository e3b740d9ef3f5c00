package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.timer.Timer;
import io.tikit.spi.storage.TimerQueue;
import io.tikit.spi.storage.TimerQueue.Claim;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Await;
import io.tikit.tck.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Who does a timer: claims by the time of the database, with a fence.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TimerClaimContract extends StorageFixture {
    /** What is due is claimed by one, the earliest first; what is not due, or another's, is left. */
    @Test
    default void dueTimersAreClaimedOnce() {
        TestTenant tenant = TestTenant.in(storage(), "claim");
        String handler = tenant.id().value();
        tenant.write(unit -> {
            for (int i = 0; i < 6; i++) {
                unit.timers().schedule(Timing.timer(tenant, handler, "k" + i, Timing.NOW.minusMillis(i)));
            }
            unit.timers().schedule(Timing.timer(tenant, handler, "later", Timing.NOW.plusMillis(1)));
            unit.timers().schedule(Timing.timer(tenant, "b-" + handler, "k0", Timing.NOW));
        });
        List<Claim> first = storage().timers().claim(Set.of(handler), Timing.NOW, Timing.LONG, 10);
        assertThat(first).extracting(claim -> claim.timer().key()).containsExactly("k5", "k4", "k3", "k2", "k1", "k0");
        assertThat(first).allSatisfy(claim -> {
            assertThat(claim.tenant()).isEqualTo(tenant.id());
            assertThat(claim.attempts()).isZero();
        });
        assertThat(Timing.claim(storage(), handler, Timing.NOW)).isEmpty();
        assertThat(storage().timers().prolong(first, Timing.LONG)).containsExactlyInAnyOrderElementsOf(first);
        storage().timers().release(first.subList(0, 2));
        assertThat(Timing.claim(storage(), handler, Timing.NOW))
                .extracting(claim -> claim.timer().key())
                .containsExactly("k5", "k4");
        assertThat(storage().timers().prolong(first, Timing.LONG))
                .containsExactlyInAnyOrderElementsOf(first.subList(2, 6));
        assertThat(Timing.claim(storage(), handler, Timing.NOW.plusMillis(1))).hasSize(1);
    }

    /** Of several who claim at once, each timer goes to one. */
    @Test
    default void oneOfSeveralClaims() {
        TestTenant tenant = TestTenant.in(storage(), "claim-race");
        String handler = tenant.id().value();
        tenant.write(unit -> {
            for (int i = 0; i < 60; i++) {
                unit.timers().schedule(Timing.timer(tenant, handler, "k" + i, Timing.NOW.minusMillis(i)));
            }
        });
        Callable<List<Timer>> claiming = () -> {
            List<Timer> mine = new ArrayList<>();
            for (int empty = 0; empty < 3; ) {
                List<Claim> claims = storage().timers().claim(Set.of(handler), Timing.NOW, Timing.LONG, 8);
                claims.forEach(claim -> mine.add(claim.timer()));
                empty = claims.isEmpty() ? empty + 1 : 0;
            }
            return mine;
        };
        List<Timer> all = new ArrayList<>();
        Together.all(Collections.nCopies(3, claiming)).forEach(all::addAll);
        assertThat(all).hasSize(60).doesNotHaveDuplicates();
    }

    /** A claim that ran out goes to another, and whoever held it before is fenced out. */
    @Test
    default void expiredClaimIsTakenOver() {
        TestTenant tenant = TestTenant.in(storage(), "claim-over");
        String handler = tenant.id().value();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        Claim first = Timing.claimOne(storage(), handler);
        assertThat(Timing.claim(storage(), handler, Timing.NOW)).isEmpty();
        expireLeases();
        Claim second = Timing.claimOne(storage(), handler);
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(storage().timers().prolong(List.of(first), Timing.LONG)).isEmpty();
        storage().timers().release(List.of(first));
        storage().timers().retry(first, 5, Timing.NOW, "too late");
        storage().timers().bury(first, 5, Timing.NOW, "too late");
        Ticket ticket = tenant.newTicket();
        Expect.failure(
                ErrorCode.TIMER_STALE,
                () -> tenant.write(unit -> {
                    unit.timers().fire(first);
                    unit.tickets().insert(ticket);
                }));
        assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).isEmpty();
        assertThat(Timing.claim(storage(), handler, Timing.NOW)).isEmpty();
        tenant.write(unit -> unit.timers().fire(second));
        assertThat(tenant.find(unit -> unit.timers().find(handler, "k"))).isEmpty();
    }

    /** A claim ends by itself. */
    @Test
    default void briefClaimRunsOut() {
        TestTenant tenant = TestTenant.in(storage(), "claim-brief");
        String handler = tenant.id().value();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        assertThat(storage().timers().claim(Set.of(handler), Timing.NOW, Duration.ofMillis(1), 10))
                .hasSize(1);
        Claim next = Await.value(
                "the claim has run out",
                () -> Timing.claim(storage(), handler, Timing.NOW).stream().findFirst());
        tenant.write(unit -> unit.timers().fire(next));
    }

    /** Of two who do the same timer at once, one writes. */
    @Test
    default void oneOfTwoDoesIt() {
        TestTenant tenant = TestTenant.in(storage(), "claim-two");
        String handler = tenant.id().value();
        tenant.write(unit -> unit.timers().schedule(Timing.timer(tenant, handler, "k", Timing.NOW)));
        Claim claim = Timing.claimOne(storage(), handler);
        Callable<Boolean> doing = () -> {
            try {
                tenant.write(unit -> unit.timers().fire(claim));
                return true;
            } catch (ConflictException e) {
                return false;
            }
        };
        assertThat(Together.all(Collections.nCopies(4, doing))).containsOnlyOnce(true);
    }

    /** A timer that failed waits for its next try. */
    @Test
    default void retryWaits() {
        TestTenant tenant = TestTenant.in(storage(), "claim-retry");
        String handler = tenant.id().value();
        Timer timer = Timing.timer(tenant, handler, "k", Timing.NOW);
        tenant.write(unit -> unit.timers().schedule(timer));
        Instant next = Timing.NOW.plusSeconds(7);
        storage().timers().retry(Timing.claimOne(storage(), handler), 2, next, "x".repeat(900));
        assertThat(Timing.claim(storage(), handler, next.minusMillis(1))).isEmpty();
        assertThat(storage().timers().nextDue(Set.of(handler), Instant.MIN)).contains(next);
        List<Claim> again = Timing.claim(storage(), handler, next);
        assertThat(again).singleElement().satisfies(claim -> {
            assertThat(claim.attempts()).isEqualTo(2);
            assertThat(claim.timer()).isEqualTo(timer);
        });
    }

    /** A dead timer is listed, holds nothing back, and can be revived. */
    @Test
    default void deadTimerIsRevived() {
        TestTenant tenant = TestTenant.in(storage(), "claim-dead");
        TestTenant other = TestTenant.in(storage(), "claim-dead-not");
        String handler = tenant.id().value();
        Ticket ticket = tenant.storedTicket();
        Timer timer = Timing.full(tenant, handler, "k", Timing.NOW, ticket.id().value());
        Timer behind = Timing.full(
                tenant, handler, "b", Timing.NOW.plusSeconds(1), ticket.id().value());
        tenant.write(unit -> {
            unit.timers().schedule(timer);
            unit.timers().schedule(behind);
        });
        TimerQueue timers = storage().timers();
        assertThat(timers.revive(tenant.id(), timer.id())).isFalse();
        Instant last = Timing.NOW.plusMillis(5);
        timers.bury(Timing.claimOne(storage(), handler), 3, last, "broken \u4e16");
        assertThat(timers.dead(tenant.id(), Optional.empty(), 10))
                .containsExactly(new DeadLetter(
                        timer.id(),
                        "timer/" + handler,
                        timer.cause().map(cause -> cause.event()),
                        Optional.of(ticket.id()),
                        3,
                        last,
                        "broken \u4e16"));
        assertThat(timers.dead(tenant.id(), Optional.of(timer.id()), 10)).isEmpty();
        assertThat(timers.dead(other.id(), Optional.empty(), 10)).isEmpty();
        assertThat(timers.nextDue(Set.of(handler), Instant.MIN)).contains(behind.at());
        assertThat(Timing.claim(storage(), handler, behind.at()))
                .extracting(Claim::timer)
                .containsExactly(behind);
        assertThat(timers.revive(other.id(), timer.id())).isFalse();
        assertThat(timers.revive(tenant.id(), timer.id())).isTrue();
        assertThat(timers.revive(tenant.id(), timer.id())).isFalse();
        Claim revived = Timing.claimOne(storage(), handler);
        assertThat(revived.timer()).isEqualTo(timer);
        assertThat(revived.attempts()).isZero();
    }

    /** A tenant with a long backlog does not hold up the others. */
    @Test
    default void tenantsTakeTurns() {
        TestTenant busy = TestTenant.in(storage(), "claim-busy");
        TestTenant quiet = TestTenant.in(storage(), "claim-quiet");
        String handler = busy.id().value();
        busy.write(unit -> {
            for (int i = 0; i < 200; i++) {
                unit.timers().schedule(Timing.timer(busy, handler, "k" + i, Timing.NOW.minusSeconds(1_000 + i)));
            }
        });
        quiet.write(unit -> unit.timers().schedule(Timing.timer(quiet, handler, "q", Timing.NOW)));
        List<Claim> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Claim> claims = storage().timers().claim(Set.of(handler), Timing.NOW, Timing.LONG, 10);
            assertThat(claims).hasSizeLessThanOrEqualTo(10);
            seen.addAll(claims);
        }
        assertThat(seen).extracting(Claim::timer).doesNotHaveDuplicates();
        assertThat(seen).extracting(Claim::tenant).contains(quiet.id());
        assertThat(seen.get(0).timer().key()).isEqualTo("k199");
    }

    /** The next instant is that of the earliest timer after the one given. */
    @Test
    default void nextInstantIsTheEarliest() {
        TestTenant tenant = TestTenant.in(storage(), "claim-next");
        String handler = tenant.id().value();
        TimerQueue timers = storage().timers();
        assertThat(timers.nextDue(Set.of(handler), Instant.MIN)).isEmpty();
        Timer soon = Timing.timer(tenant, handler, "a", Timing.NOW);
        Timer later = Timing.timer(tenant, handler, "b", Timing.NOW.plusSeconds(1));
        tenant.write(unit -> {
            unit.timers().schedule(later);
            unit.timers().schedule(soon);
        });
        assertThat(timers.nextDue(Set.of(handler, "none"), Instant.MIN)).contains(soon.at());
        assertThat(timers.nextDue(Set.of(handler), soon.at())).contains(later.at());
        assertThat(timers.nextDue(Set.of(handler), later.at())).isEmpty();
        TimerQueue.Backlog backlog = timers.backlog(soon.at());
        assertThat(backlog.due()).isPositive();
        assertThat(backlog.oldest())
                .hasValueSatisfying(oldest -> assertThat(oldest).isBeforeOrEqualTo(soon.at()));
    }

    /** Nobody who claims waits for a unit that is not committed, and what it schedules is not seen before. */
    @Test
    default void claimingWaitsForNobody() {
        TestTenant tenant = TestTenant.in(storage(), "claim-wait");
        String handler = tenant.id().value();
        Timer changed = Timing.timer(tenant, handler, "changed", Timing.NOW);
        Timer free = Timing.timer(tenant, handler, "free", Timing.NOW);
        tenant.write(unit -> {
            unit.timers().schedule(changed);
            unit.timers().schedule(free);
        });
        try (UnitOfWork open = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(open.timers().cancel(handler, "changed")).isTrue();
            open.timers().schedule(Timing.timer(tenant, handler, "new", Timing.NOW));
            assertThat(open.timers().find(handler, "new")).isPresent();
            List<Claim> claims = Together.result(Together.start(() -> Timing.claim(storage(), handler, Timing.NOW)));
            assertThat(claims).extracting(Claim::timer).containsExactly(free);
            open.commit();
        }
        assertThat(Timing.claimOne(storage(), handler).timer().key()).isEqualTo("new");
    }
}

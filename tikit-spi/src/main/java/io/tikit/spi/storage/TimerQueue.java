package io.tikit.spi.storage;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.timer.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Timers that wait, over all tenants. Each claim is a lease on one timer by the time of the database, with a fence that
 * grows each time the timer is claimed. Every method is a transaction of its own. What a timer is for is done in a unit
 * that says {@link TimerRepository#fire}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TimerQueue {
    /**
     * Claims timers that are due and held by nobody, the earliest first; nobody waits for another one's claim. When more
     * are due than the limit, half of what is claimed goes round the tenants, so that one with a long backlog does not
     * hold up the others.
     *
     * @param handlers whose timers, at least one
     * @param now the present
     * @param length for how long from now, by the time of the database
     * @param limit how many at most, at least 2
     * @return what is now held, in the order in which it is due
     */
    List<Claim> claim(Set<String> handlers, Instant now, Duration length, int limit);

    /**
     * Prolongs claims.
     *
     * @param claims the claims
     * @param length for how long from now, by the time of the database
     * @return those that are still held
     */
    List<Claim> prolong(Collection<Claim> claims, Duration length);

    /**
     * Gives claims back, so that others need not wait for their end. Those no longer held are passed over.
     *
     * @param claims the claims
     */
    void release(Collection<Claim> claims);

    /**
     * Lets a timer wait for another try and gives it back; nothing happens if it is no longer held.
     *
     * @param claim what failed
     * @param attempts how often it was tried
     * @param next when to try again
     * @param error what went wrong, at most 500 characters
     */
    void retry(Claim claim, int attempts, Instant next, String error);

    /**
     * Lays a timer dead; nothing happens if it is no longer held.
     *
     * @param claim what failed for good
     * @param attempts how often it was tried
     * @param at when it was tried last
     * @param error what went wrong, at most 500 characters
     */
    void bury(Claim claim, int attempts, Instant at, String error);

    /**
     * Lists dead timers in the order of their ids.
     *
     * @param tenant whose
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the timers as letters: the id of the timer, the consumer {@code timer/} and the name of the handler, the
     *     cause as event, and the ticket if the timer is about a subject
     */
    List<DeadLetter> dead(TenantId tenant, Optional<UUID> after, int limit);

    /**
     * Makes a dead timer due again at its old instant, with no attempts counted.
     *
     * @param tenant whose
     * @param id which timer
     * @return whether there was such a dead timer
     */
    boolean revive(TenantId tenant, UUID id);

    /**
     * When the next timer is to be claimed, a retry at the time of its next try.
     *
     * @param handlers whose timers, at least one
     * @param after only later than this; what is due already is left out with the present
     * @return the instant, or empty when nothing waits
     */
    Optional<Instant> nextDue(Set<String> handlers, Instant after);

    /**
     * Counts what is due. May be a little behind.
     *
     * @param now the present
     * @return the figures
     */
    Backlog backlog(Instant now);

    /**
     * A timer that is held.
     *
     * @param tenant whose
     * @param timer the timer
     * @param fence grows each time the timer is claimed; writes under the claim check it
     * @param attempts how often it was tried before
     */
    record Claim(TenantId tenant, Timer timer, long fence, int attempts) {
        /** Checks that nothing is null. */
        public Claim {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(timer, "timer");
        }
    }

    /**
     * What is due and not yet done.
     *
     * @param due timers that are due, held ones included, counted up to 10,000
     * @param oldest when the oldest of them was to be tried
     * @param dead dead timers, counted up to 10,000
     */
    record Backlog(long due, Optional<Instant> oldest, long dead) {
        /** Checks that nothing is null. */
        public Backlog {
            Objects.requireNonNull(oldest, "oldest");
        }
    }
}

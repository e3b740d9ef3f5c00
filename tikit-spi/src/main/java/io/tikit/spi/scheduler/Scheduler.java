package io.tikit.spi.scheduler;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Wakes the node at given instants, and understands cron expressions. Kept in memory. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Scheduler extends AutoCloseable {
    /**
     * Starts. Called once, before any other method.
     *
     * @throws io.tikit.api.error.UnavailableException if it cannot start, with code SCHEDULER_UNAVAILABLE
     */
    void open();

    /**
     * Runs an action at an instant, or at once if the instant has passed, on a thread of the scheduler. A second call
     * with the same name replaces the first. The action is short and does not throw.
     *
     * @param name what the wish is called
     * @param at when
     * @param action what to run
     * @throws io.tikit.api.error.UnavailableException if it takes no wishes, closed or not, with code
     *     SCHEDULER_UNAVAILABLE
     */
    void wake(String name, Instant at, Runnable action);

    /**
     * Takes a wish back.
     *
     * @param name what it is called
     * @return whether there was one that had not yet run
     */
    boolean cancel(String name);

    /**
     * Computes when a cron expression fires next, by the rules of Quartz: seconds, minutes, hours, day of month, month,
     * day of week and optionally year.
     *
     * @param cron the expression
     * @param zone in whose local time it is meant
     * @param after the instant after which to look
     * @return the next instant, or empty if it never fires again
     * @throws io.tikit.api.error.InvalidException if the expression is malformed, with code INVALID_COMMAND
     */
    Optional<Instant> next(String cron, ZoneId zone, Instant after);

    /** Ends the threads of the scheduler; wishes are forgotten. A second call does nothing. */
    @Override
    void close();
}

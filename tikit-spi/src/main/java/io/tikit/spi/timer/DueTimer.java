package io.tikit.spi.timer;

import io.tikit.api.Desk;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.timer.Timer;
import java.time.Instant;

/**
 * A timer that is due, as its handler sees it.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface DueTimer {
    /**
     * The timer. Compute when to go on from {@link Timer#at()}, which does not drift, and not from the present.
     *
     * @return the timer
     */
    Timer timer();

    /**
     * The present; after downtime long after the timer was due.
     *
     * @return the instant, cut to milliseconds
     */
    Instant now();

    /**
     * How often it is being tried.
     *
     * @return from 1 on
     */
    int attempt();

    /**
     * The desk of the timer's tenant, for reading. Commands are for the list that the handler returns and refused here.
     *
     * @return the desk, acting as the handler
     */
    Desk desk();
}

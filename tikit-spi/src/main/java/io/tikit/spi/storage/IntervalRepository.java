package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * Intervals of tickets of the unit's tenant. Every duration is derived from them.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IntervalRepository {
    /**
     * Begins an interval.
     *
     * @param ticket which ticket
     * @param interval the interval, without an end
     */
    void begin(TicketId ticket, Interval interval);

    /**
     * Ends the interval of a kind that lasts, if there is one.
     *
     * @param ticket which ticket
     * @param kind which kind
     * @param to the instant after its last
     */
    void end(TicketId ticket, Interval.Kind kind, Instant to);

    /**
     * Reads all intervals of a ticket, by kind, then in order of time.
     *
     * @param ticket which ticket
     * @param limit how many at most
     * @return the intervals
     */
    List<Interval> of(TicketId ticket, int limit);
}

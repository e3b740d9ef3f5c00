package io.tikit.spi.work;

import io.tikit.api.Desk;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;

/**
 * One event to be worked on by one consumer.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Work {
    /**
     * What happened.
     *
     * @return the event
     */
    Event event();

    /**
     * A name for this work that stays the same over all tries: the idempotency key for effects outside.
     *
     * @return the consumer and the id of the event
     */
    String key();

    /**
     * How often it is being tried.
     *
     * @return from 1 on
     */
    int attempt();

    /**
     * The desk of the event's tenant, acting as the consumer. Commands on tickets given here carry the event as their
     * cause and are done once, however often the work is tried, as long as a try gives the same commands in the same
     * order.
     *
     * @return the desk
     */
    Desk desk();
}

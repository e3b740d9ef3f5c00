package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Hears of events after their commit, on a thread of the engine, one at a time and in the order of the feed. Make the
 * handling idempotent: after a failure or a crash an event may come again, under the same id.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.HOST)
@FunctionalInterface
public interface EventListener {
    /**
     * Hears of one event. What it throws leads to another try of a durable subscription and is only counted for a live
     * one.
     *
     * @param event what happened
     * @throws Exception if the event could not be handled
     */
    void onEvent(Event event) throws Exception;
}

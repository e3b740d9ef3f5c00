package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Events of the desk after their commit. Only administrators and services of that role may listen, because events tell
 * of notes.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Events {
    /**
     * Delivers events to a listener until the subscription or the engine is closed. A durable subscription whose
     * listener keeps failing on an event puts that event among the dead letters and goes on.
     *
     * @param spec which events, durable or live
     * @param listener hears of them
     * @return the running subscription
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.InvalidException if the name is not acceptable, or is subscribed on this engine
     */
    Subscription subscribe(SubscriptionSpec spec, EventListener listener);
}

package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Where a durable subscription is to go on.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface SubscriptionStart {
    /** At the first event of the desk. */
    record Beginning() implements SubscriptionStart {}

    /** Behind the last event, so that only new ones are heard. */
    record Now() implements SubscriptionStart {}

    /**
     * At an event, which is heard next, with those of the same commit.
     *
     * @param event the event, as it was heard or read from a history
     */
    record At(Event event) implements SubscriptionStart {
        /** Checks that nothing is null. */
        public At {
            Objects.requireNonNull(event, "event");
        }
    }

    /**
     * At the first event of the desk.
     *
     * @return where to go on
     */
    static SubscriptionStart beginning() {
        return new Beginning();
    }

    /**
     * Behind the last event.
     *
     * @return where to go on
     */
    static SubscriptionStart now() {
        return new Now();
    }

    /**
     * At an event.
     *
     * @param event what is heard next
     * @return where to go on
     */
    static SubscriptionStart at(Event event) {
        return new At(event);
    }
}

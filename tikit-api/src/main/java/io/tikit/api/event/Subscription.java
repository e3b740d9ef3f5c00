package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * A running subscription.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Subscription extends AutoCloseable {
    /** Ends delivery to the listener. A durable subscription keeps its position. A second call does nothing. */
    @Override
    void close();
}

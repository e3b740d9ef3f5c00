package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * What leaves a unit after its commit.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Outbox {
    /**
     * Leaves work for a consumer. Appears in {@link WorkQueue} after the commit.
     *
     * @param item the work
     */
    void work(WorkItem item);

    /**
     * Leaves the change of this unit for the feed. Called once per unit that wrote events. Appears in {@link Feed} after
     * the commit and sequencing.
     *
     * @param events where the events of the unit are, in order, at most 200
     */
    void change(List<EventRef> events);
}

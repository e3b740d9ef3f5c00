package io.tikit.spi.work;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Set;

/**
 * Does something about events after their commit: assigns, notifies, calls other systems. Events of one ticket come one
 * at a time and in order; events of different tickets may come at the same time on several threads and nodes. The same
 * event may come again after a failure or crash: effects outside should be made under {@link Work#key()}, commands on
 * {@link Work#desk()} are done once by themselves.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface WorkConsumer {
    /**
     * The name under which work is kept. Never changes, since work may wait for it across restarts.
     *
     * @return lower-case ASCII letters, digits, dot or hyphen, at most 40 characters
     */
    String name();

    /**
     * The types of events that make work. Always the same answer; asked once at start.
     *
     * @return the types, see {@link io.tikit.api.event.EventTypes}; empty for all
     */
    Set<String> eventTypes();

    /**
     * Does the work for one event. Bounded in time by the engine, which interrupts the thread.
     *
     * @param work what to do
     * @throws Exception if it could not be done; it is tried again with growing pauses
     */
    void handle(Work work) throws Exception;
}

package io.tikit.spi.timer;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * Says what is to be done when a timer is due. Several timers may be due at the same time on several threads and nodes;
 * those about one subject come one at a time on a node, in the order in which they are due.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TimerHandler {
    /**
     * The name under which timers are kept. Never changes, since timers wait for it across restarts.
     *
     * @return lower-case ASCII letters, digits, dot or hyphen, at most 40 characters
     */
    String name();

    /**
     * Says what a timer leads to. Bounded in time by the engine, which interrupts the thread. Called again after a failure
     * or crash, so it has no effects of its own: what it wants done are the commands, which are carried out in one unit of
     * work, as this handler, together with the end of the timer. They are done once, whatever node dies meanwhile, and not
     * at all if the timer was cancelled or scheduled anew meanwhile. Effects outside are for a
     * {@link io.tikit.spi.work.WorkConsumer} of the events that the commands record.
     *
     * @param due the timer
     * @return the commands, in order, at most 100; with a {@link io.tikit.api.timer.ScheduleTimer} of its own key among
     *     them the timer goes on later; empty when there is nothing to do
     * @throws Exception if it cannot say; it is asked again with growing pauses
     */
    List<Command<?>> due(DueTimer due) throws Exception;
}

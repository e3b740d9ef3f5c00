package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.timer.Timer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Timers of the unit's tenant. Reads see the unit's own writes.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TimerRepository {
    /**
     * Schedules a timer. One under the same handler and key is replaced, whether it waits, is being done or lies dead;
     * whoever is doing it is fenced out. Appears in {@link TimerQueue} after the commit.
     *
     * @param timer the timer; handler at most 40 and key at most 120 characters of ASCII, payload at most 4,000 characters
     */
    void schedule(Timer timer);

    /**
     * Takes back the timer under a key; whoever is doing it is fenced out.
     *
     * @param handler the name of the handler
     * @param key what the handler calls it
     * @return whether there was one, waiting, being done or dead
     */
    boolean cancel(String handler, String key);

    /**
     * Finds the timer under a key.
     *
     * @param handler the name of the handler
     * @param key what the handler calls it
     * @return the timer, or empty; one that lies dead is found as well
     */
    Optional<Timer> find(String handler, String key);

    /**
     * Lists the timers about a subject, the earliest first.
     *
     * @param subject what they are about
     * @param limit how many at most
     * @return the timers
     */
    List<Timer> about(UUID subject, int limit);

    /**
     * Says that this unit does what a claimed timer is for, so that the timer is gone exactly if the unit's writes are
     * there. Called at most once in a unit, which does not join a host's transaction. The claim is checked when this unit
     * schedules or cancels the same key, else after all other writes of the unit, and holds from then on to the commit.
     * If the timer was meanwhile scheduled anew, cancelled, done, or claimed by another, the call that checks throws
     * {@link io.tikit.api.error.ConflictException} with code TIMER_STALE, the commit at the latest, and nothing of the
     * unit remains.
     *
     * @param claim what was claimed
     */
    void fire(TimerQueue.Claim claim);
}

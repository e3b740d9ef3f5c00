package io.tikit.api.timer;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Timers of the desk. Only administrators, services of that role, and the engine's own parts may use them.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Timers {
    /**
     * Schedules a timer in a transaction of its own, or in the host's. To schedule one in the transaction of another
     * command, give both to {@link io.tikit.api.Desk#together}.
     *
     * @param command what and when
     * @return the timer
     * @throws io.tikit.api.error.InvalidException if a part is not acceptable or no plugin contributes the handler
     * @throws io.tikit.api.error.NotPermittedException if the caller may not use timers
     */
    Timer schedule(ScheduleTimer command);

    /**
     * Takes a timer back.
     *
     * @param command which one
     * @return whether one was waiting
     * @throws io.tikit.api.error.NotPermittedException if the caller may not use timers
     */
    boolean cancel(CancelTimer command);

    /**
     * Finds the timer that waits under a key.
     *
     * @param handler the name of the handler
     * @param key what the handler calls it
     * @return the timer, or empty
     * @throws io.tikit.api.error.NotPermittedException if the caller may not use timers
     */
    Optional<Timer> find(String handler, String key);

    /**
     * Lists what waits about a subject, the earliest first.
     *
     * @param subject what it is about, such as the id of a ticket
     * @return at most 200 timers
     * @throws io.tikit.api.error.NotPermittedException if the caller may not use timers
     */
    List<Timer> about(UUID subject);
}

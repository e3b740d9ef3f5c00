package io.tikit.tck.scheduler;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.scheduler.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What the author of a scheduler gives to the contract.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface SchedulerFixture {
    /**
     * A new scheduler, not yet open; closed by the contract.
     *
     * @return the scheduler
     */
    Scheduler scheduler();

    /**
     * The time by which the schedulers work, usually the system's.
     *
     * @return the clock
     */
    InstantSource clock();

    /**
     * A scheduler that has lost what it works with, such as the host's scheduler that was shut down.
     *
     * @return the scheduler, open; closed by the contract; empty if it works with nothing outside of itself
     */
    default Optional<Scheduler> lost() {
        return Optional.empty();
    }

    /**
     * Lets a little time pass. A scheduler with a clock of its own moves it here.
     *
     * @param length how much
     */
    default void pass(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}

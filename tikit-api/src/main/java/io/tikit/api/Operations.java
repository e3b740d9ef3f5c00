package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator does while the engine runs. The host decides who may call it.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Operations {
    /**
     * Lists deliveries and timers that failed for good and wait for a person, oldest first.
     *
     * @param tenant whose
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotFoundException if the tenant does not exist
     */
    Page<DeadLetter> deadLetters(TenantId tenant, PageRequest page);

    /**
     * Gives a dead letter another full series of tries, at once.
     *
     * @param tenant whose
     * @param letter the id of the dead letter
     * @throws io.tikit.api.error.NotFoundException if there is no such dead letter
     */
    void replay(TenantId tenant, UUID letter);

    /**
     * When the earliest timer of the engine's handlers is to be done, over all tenants. With a clock moved by hand, a test
     * moves it there, waits for the delivery, and asks again.
     *
     * @return the instant, in the past while timers wait for their turn; empty when none waits
     */
    Optional<Instant> nextTimer();

    /**
     * Stops reacting to commits on this node: nothing is delivered or indexed and
     * no timer is done, commands go on. Health says so until
     * {@link #resumeDelivery()}.
     */
    void pauseDelivery();

    /** Takes up delivery and indexing where they stopped. */
    void resumeDelivery();

    /**
     * Waits until all timers that were due before the call are done, and everything that was committed until then is
     * indexed on this node and delivered, except for what waits for a retry or lies dead.
     *
     * @param atMost how long to wait
     * @return whether that came about in time
     */
    boolean awaitDelivery(Duration atMost);

    /**
     * Builds a tenant's index anew from storage while the desk runs; searches answer from what is built so far.
     * Returns when this node's index has caught up. Stopped by {@link Tikit#close()} or by interrupting the thread.
     *
     * @param tenant whose
     * @throws io.tikit.api.error.UnavailableException if the index or storage is down, or the engine closes meanwhile
     */
    void rebuildIndex(TenantId tenant);
}

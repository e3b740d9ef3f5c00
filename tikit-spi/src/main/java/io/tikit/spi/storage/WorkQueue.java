package io.tikit.spi.storage;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.health.DeadLetter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Work that waits to be done, over all tenants. Every method is a transaction of its own. Whoever takes work holds the
 * lease of its consumer and bucket.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface WorkQueue {
    /**
     * Looks for work that may be done now, the oldest first. Of one subject, items come in the order of revision, and
     * none comes while an earlier one waits for a retry or lies dead. Items stay in the queue until {@link #done}.
     *
     * @param consumer whose work
     * @param buckets which buckets, at least one
     * @param now the present
     * @param without ids of items that are in hand and must not be given again
     * @param limit how many at most
     * @return the items
     */
    List<WorkItem> due(String consumer, Set<Integer> buckets, Instant now, Set<UUID> without, int limit);

    /**
     * Removes items that are done.
     *
     * @param items the items; those that are gone already are passed over
     */
    void done(Collection<WorkItem> items);

    /**
     * Lets an item wait for another try.
     *
     * @param item the item
     * @param attempts how often it was tried
     * @param next when to try again
     * @param error what went wrong, at most 500 characters
     */
    void retry(WorkItem item, int attempts, Instant next, String error);

    /**
     * Lays an item dead, inserting it if it is not in the queue.
     *
     * @param item the item
     * @param attempts how often it was tried
     * @param at when it was tried last
     * @param error what went wrong, at most 500 characters
     */
    void bury(WorkItem item, int attempts, Instant at, String error);

    /**
     * Lists dead items in the order of their ids.
     *
     * @param tenant whose
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the items
     */
    List<DeadLetter> dead(TenantId tenant, Optional<UUID> after, int limit);

    /**
     * Lists the dead items of one consumer in the order of their ids.
     *
     * @param tenant whose
     * @param consumer whose work
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the items
     */
    List<DeadLetter> dead(TenantId tenant, String consumer, Optional<UUID> after, int limit);

    /**
     * Removes a dead item; what it held back goes on.
     *
     * @param tenant whose
     * @param consumer whose work it was
     * @param id which item
     * @return whether there was such a dead item
     */
    boolean drop(TenantId tenant, String consumer, UUID id);

    /**
     * Removes all work of a consumer in a tenant, dead or not.
     *
     * @param tenant whose
     * @param consumer whose work
     */
    void clear(TenantId tenant, String consumer);

    /**
     * Makes a dead item due at once, with no attempts counted.
     *
     * @param tenant whose
     * @param id which item
     * @return whether there was such a dead item
     */
    boolean revive(TenantId tenant, UUID id);

    /**
     * When the next waiting retry of a consumer is due.
     *
     * @param consumer whose work
     * @param after the present; what is due already does not count
     * @return the instant, or empty when nothing waits
     */
    Optional<Instant> nextRetry(String consumer, Instant after);

    /**
     * Counts what lies in the queue. May be a little behind.
     *
     * @return the figures
     */
    Backlog backlog();

    /**
     * What lies in the queue.
     *
     * @param waiting items that are not dead, counted up to 10,000
     * @param oldest when the oldest of them happened
     * @param dead dead items, counted up to 10,000
     */
    record Backlog(long waiting, Optional<Instant> oldest, long dead) {}
}

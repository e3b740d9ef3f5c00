package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts of failures, over all nodes.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface GuardRows {
    /**
     * Reads a count as it is now and locks it until the unit ends.
     *
     * @param key which
     * @return the count, or empty
     */
    Optional<Guard> lock(String key);

    /**
     * Inserts a count. A key that is taken shows at the commit or before, as STORAGE_CONFLICT.
     *
     * @param guard the count
     */
    void insert(Guard guard);

    /**
     * Replaces a count that this unit has locked.
     *
     * @param guard the count under its key
     */
    void update(Guard guard);

    /**
     * Deletes a count. An unknown one is passed over.
     *
     * @param key which
     */
    void delete(String key);

    /**
     * Deletes counts that nobody needs any more.
     *
     * @param before those whose last failure and whose end of waiting both lie before
     * @param limit how many at most
     * @return how many
     */
    int sweep(Instant before, int limit);
}

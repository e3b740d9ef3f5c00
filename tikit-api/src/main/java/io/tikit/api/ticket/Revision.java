package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Counts the commits on a ticket, from 1.
 *
 * @param value the count
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Revision(long value) {
    /** The revision of a ticket that was just created. */
    public static final Revision FIRST = new Revision(1);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public Revision {
        if (value < 1) {
            throw new IllegalArgumentException("a revision counts from 1, not " + value);
        }
    }

    /**
     * The revision after the next commit.
     *
     * @return one more
     */
    public Revision next() {
        return new Revision(value + 1);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

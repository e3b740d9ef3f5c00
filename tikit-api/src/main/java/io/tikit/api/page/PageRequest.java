package io.tikit.api.page;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for a page.
 *
 * @param size how many items at most, 1 to 500; services refuse other sizes
 * @param after the cursor of the page before; empty for the first page
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PageRequest(int size, Optional<Cursor> after) {
    /** The largest page. */
    public static final int MAX_SIZE = 500;

    /** Checks that nothing is null. */
    public PageRequest {
        Objects.requireNonNull(after, "after");
    }

    /**
     * The first page.
     *
     * @param size how many items at most
     * @return the request
     */
    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }

    /**
     * The page after a cursor.
     *
     * @param cursor from {@link Page#next()}
     * @return the request, of the same size
     */
    public PageRequest after(Cursor cursor) {
        return new PageRequest(size, Optional.of(cursor));
    }
}

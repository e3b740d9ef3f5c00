package io.tikit.api.page;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items in order, never more than were asked for
 * @param next where the next page begins; empty when this page is the last
 * @param <T> the type of the items
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Page<T>(List<T> items, Optional<Cursor> next) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }

    /**
     * A page without items and without a next one.
     *
     * @param <T> the type of the items
     * @return the empty page
     */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty());
    }

    /**
     * The same page of other items.
     *
     * @param change makes the new item from the old
     * @param <R> the type of the new items
     * @return the changed page with the same cursor
     */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}

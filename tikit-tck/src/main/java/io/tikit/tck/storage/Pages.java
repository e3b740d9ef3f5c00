package io.tikit.tck.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks over pages until an empty one. */
final class Pages {
    /** More than any test writes: who gives more goes round in circles. */
    private static final int MOST = 2_000;

    private Pages() {}

    /**
     * All items of a list that is read page by page.
     *
     * @param size how many items a page may hold
     * @param read reads the page after a place
     * @param place the place of an item
     */
    static <T, K> List<T> walk(int size, Function<Optional<K>, List<T>> read, Function<T, K> place) {
        List<T> all = new ArrayList<>();
        Optional<K> after = Optional.empty();
        List<T> page = read.apply(after);
        while (!page.isEmpty()) {
            if (page.size() > size) {
                throw new AssertionError("a page of " + size + " holds " + page.size());
            }
            all.addAll(page);
            if (all.size() > MOST) {
                throw new AssertionError("the pages do not end");
            }
            after = Optional.of(place.apply(page.get(page.size() - 1)));
            page = read.apply(after);
        }
        return all;
    }
}

package io.tikit.tck.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.search.SearchIndex;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the author of a search index gives to the contract.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface SearchIndexFixture {
    /**
     * An open index. It may be the same one for all tests, each of which uses tenants of its own; the contract does not
     * close it.
     *
     * @return the index
     */
    SearchIndex index();

    /**
     * Makes data of their own for one test, empty at first.
     *
     * @return each call gives another index on these data, not yet open, after the one before was closed
     */
    Supplier<SearchIndex> emptyData();

    /**
     * Whether the index keeps what it was given over a restart. On by default.
     *
     * @return false for an index in memory alone, which always begins at position 0
     */
    default boolean durable() {
        return true;
    }

    /**
     * An index on empty data of its own that can be cut off from them, as by a disk that is full. Must be there unless
     * the index is in memory alone.
     *
     * @return the index and what cuts it off
     */
    default Optional<Outage> outage() {
        return Optional.empty();
    }

    /**
     * An index that can be cut off from its data.
     *
     * @param index not yet open; closed by the contract
     * @param broken takes whether nothing can be written from now on
     */
    record Outage(SearchIndex index, Consumer<Boolean> broken) {
        /** Checks that nothing is null. */
        public Outage {
            Objects.requireNonNull(index, "index");
            Objects.requireNonNull(broken, "broken");
        }
    }
}

package io.tikit.tck.search;

import io.tikit.spi.search.SearchIndex;
import java.util.function.Supplier;

class ThirdPartySearchIndexTest implements SearchIndexContract {
    private final SearchIndex index = new ReferenceSearchIndex();

    @Override
    public SearchIndex index() {
        return index;
    }

    @Override
    public Supplier<SearchIndex> emptyData() {
        return ReferenceSearchIndex::new;
    }

    @Override
    public boolean durable() {
        return false;
    }
}

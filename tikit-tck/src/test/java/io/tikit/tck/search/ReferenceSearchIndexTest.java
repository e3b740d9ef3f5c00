package io.tikit.tck.search;

import io.tikit.spi.search.SearchIndex;
import io.tikit.tck.Planted;
import java.util.Optional;
import java.util.function.Supplier;

class ReferenceSearchIndexTest implements SearchIndexContract {
    private final SearchIndex index = another();

    private static SearchIndex another() {
        return Planted.into(SearchIndex.class, new ReferenceSearchIndex());
    }

    @Override
    public SearchIndex index() {
        return index;
    }

    @Override
    public Supplier<SearchIndex> emptyData() {
        return ReferenceSearchIndexTest::another;
    }

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public Optional<Outage> outage() {
        ReferenceSearchIndex sound = new ReferenceSearchIndex();
        return Optional.of(new Outage(Planted.into(SearchIndex.class, sound), sound::breakOff));
    }
}

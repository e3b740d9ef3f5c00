package io.tikit.tck.search;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.search.Highlight;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.util.List;
import java.util.Map;

/** A sound index, to be spoilt in one place. */
class FaultyIndex implements SearchIndex {
    final ReferenceSearchIndex sound;

    FaultyIndex(ReferenceSearchIndex sound) {
        this.sound = sound;
    }

    @Override
    public void open() {
        sound.open();
    }

    @Override
    public long position(TenantId tenant) {
        return sound.position(tenant);
    }

    @Override
    public void apply(TenantId tenant, IndexBatch batch) {
        sound.apply(tenant, batch);
    }

    @Override
    public void flush(TenantId tenant) {
        sound.flush(tenant);
    }

    @Override
    public SearchMatches search(TenantId tenant, SearchRequest request) {
        return sound.search(tenant, request);
    }

    @Override
    public Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field) {
        return sound.counts(tenant, where, notes, field);
    }

    @Override
    public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
        return sound.highlight(tenant, query, content, length);
    }

    @Override
    public void erase(TenantId tenant) {
        sound.erase(tenant);
    }

    @Override
    public void close() {
        sound.close();
    }
}

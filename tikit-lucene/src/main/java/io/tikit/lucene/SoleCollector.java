package io.tikit.lucene;

import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/**
 * Hands one collector to a search. Searches here run on the thread that asks, because engines run many of them side by
 * side; so there is never a second collector to merge with.
 */
final class SoleCollector<C extends Collector> implements CollectorManager<C, C> {
    private final C collector;

    SoleCollector(C collector) {
        this.collector = collector;
    }

    @Override
    public C newCollector() {
        return collector;
    }

    @Override
    public C reduce(Collection<C> collectors) {
        Iterator<C> all = collectors.iterator();
        C first = all.next();
        if (all.hasNext()) {
            throw new IllegalStateException("a search was split over threads");
        }
        return first;
    }
}

package io.tikit.core.routing;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.core.configuration.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Rule books in memory, one for each set-up that is in memory. */
@Singleton
final class RuleBooks {
    private final Cache<Snapshot, RuleBook> books =
            CacheBuilder.newBuilder().weakKeys().build();

    @Inject
    RuleBooks() {}

    RuleBook of(Snapshot snapshot) {
        RuleBook known = books.getIfPresent(snapshot);
        if (known == null) {
            known = RuleBook.of(snapshot);
            books.put(snapshot, known);
        }
        return known;
    }
}

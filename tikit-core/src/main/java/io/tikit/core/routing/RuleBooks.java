package io.tikit.core.routing;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.people.TeamId;
import io.tikit.core.configuration.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Rules and the routing of teams in memory, made ready once for each set-up that is in memory. */
@Singleton
final class RuleBooks {
    private final Cache<Snapshot, RuleBook> books =
            CacheBuilder.newBuilder().weakKeys().build();

    private final Cache<Snapshot, Map<TeamId, CompiledSetup>> setups =
            CacheBuilder.newBuilder().weakKeys().build();

    @Inject
    RuleBooks() {}

    /** The routing of the teams that have one. */
    Map<TeamId, CompiledSetup> teams(Snapshot snapshot) {
        Map<TeamId, CompiledSetup> known = setups.getIfPresent(snapshot);
        if (known == null) {
            known = CompiledSetup.of(snapshot);
            setups.put(snapshot, known);
        }
        return known;
    }

    RuleBook of(Snapshot snapshot) {
        RuleBook known = books.getIfPresent(snapshot);
        if (known == null) {
            known = RuleBook.of(snapshot);
            books.put(snapshot, known);
        }
        return known;
    }
}

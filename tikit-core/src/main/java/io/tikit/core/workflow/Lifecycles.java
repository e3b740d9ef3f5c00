package io.tikit.core.workflow;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.TenantId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.tree.Trees;
import io.tikit.spi.condition.Binding;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The workflows of desks in memory, made ready once for each set-up that is in memory. */
@Singleton
public final class Lifecycles {
    private final Cache<Snapshot, Lifecycle> known =
            CacheBuilder.newBuilder().weakKeys().build();
    private final Snapshots snapshots;
    private final Trees trees;

    @Inject
    Lifecycles(Snapshots snapshots, Trees trees) {
        this.snapshots = snapshots;
        this.trees = trees;
    }

    public Lifecycle of(Execution execution) {
        return of(snapshots.of(execution));
    }

    /** For looks that need not be exact to the instant. */
    public Lifecycle recent(TenantId tenant) {
        return of(snapshots.recent(tenant));
    }

    public Lifecycle of(Snapshot snapshot) {
        Lifecycle ready = known.getIfPresent(snapshot);
        if (ready == null) {
            ready = Lifecycle.of(snapshot);
            known.put(snapshot, ready);
        }
        return ready;
    }

    /** What comes with a change within a command. */
    public Circumstances circumstances(Optional<EntryKind> entry, Execution execution) {
        return new Circumstances(
                entry,
                () -> new Binding(
                        execution.time().instant(),
                        ZoneOffset.UTC,
                        Optional.empty(),
                        List.of(),
                        snapshots.of(execution).fields(),
                        (field, root) -> trees.of(execution).under(field, root)));
    }

    /** What there is when one only asks what could be done. */
    public Circumstances circumstances(TenantId tenant, Instant now) {
        return new Circumstances(
                Optional.empty(),
                () -> new Binding(
                        now,
                        ZoneOffset.UTC,
                        Optional.empty(),
                        List.of(),
                        snapshots.recent(tenant).fields(),
                        (field, root) -> trees.recent(tenant).under(field, root)));
    }
}

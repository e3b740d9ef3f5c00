package io.tikit.core.workflow;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.TenantId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.tree.Forest;
import io.tikit.core.tree.Trees;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

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
                () -> binding(
                        execution.session(),
                        execution.time().instant(),
                        snapshots.of(execution).fields(),
                        () -> trees.of(execution)));
    }

    /** What there is when one only asks what could be done. */
    public Circumstances circumstances(Session who, Instant now) {
        return new Circumstances(
                Optional.empty(),
                () -> binding(who, now, snapshots.recent(who.tenant()).fields(), () -> trees.recent(who.tenant())));
    }

    private static Binding binding(Session who, Instant now, FieldCatalog fields, Supplier<Forest> forest) {
        return new Binding(
                now,
                who.caller().zone(),
                who.user(),
                who.authority().teams(),
                fields,
                (field, root) -> forest.get().under(fields, field, root));
    }
}

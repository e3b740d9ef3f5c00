package io.tikit.core.configuration;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.core.condition.FieldCatalogs;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.tree.Trees;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.storage.ConfigurationRepository;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The set-ups of desks in memory. Each unit of work compares the revision, which comes with its first statement, and
 * reads what changed since; so a change on another node counts from the next unit on.
 */
@Singleton
public final class Snapshots implements FieldCatalogs {
    private static final int MOST = 1_000;
    /** How long a look from outside of a unit may rely on the last comparison. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Kept(Snapshot snapshot, long comparedAt) {}

    private final Cache<TenantId, Kept> kept =
            CacheBuilder.newBuilder().maximumSize(MOST).build();
    private final Kinds kinds;
    private final Reader reader;
    private final Trees trees;

    @Inject
    Snapshots(Kinds kinds, Reader reader, Trees trees) {
        this.kinds = kinds;
        this.reader = reader;
        this.trees = trees;
    }

    /** The set-up for a command. */
    public Snapshot of(Execution execution) {
        return of(execution.unit(), execution.changesConfiguration());
    }

    /**
     * The set-up as a unit sees it.
     *
     * @param uncommitted whether the unit has changed the configuration, so that others must not see what it sees
     */
    public Snapshot of(UnitOfWork unit, boolean uncommitted) {
        Snapshot known = known(unit.tenant());
        long revision = unit.configuration().revision();
        boolean shared = !uncommitted && !reader.insideHostTransaction();
        if (known.revision() >= revision) {
            if (shared) {
                keep(unit.tenant(), known);
            }
            return known;
        }
        ConfigurationRepository.Changes changes = unit.configuration().changedSince(known.revision());
        Snapshot snapshot = known.with(
                changes.revision(),
                changes.documents().stream().map(kinds::load).toList());
        if (shared) {
            keep(unit.tenant(), snapshot);
        }
        return snapshot;
    }

    /** What a version of a document said; empty if there is none or this engine cannot read it. */
    public <T> Optional<T> version(UnitOfWork unit, DocumentKey id, long version, Class<T> type) {
        return unit.configuration()
                .version(id, version)
                .flatMap(stored -> kinds.load(stored).value())
                .map(type::cast);
    }

    /** The set-up for looks that need not be exact to the instant: at most a second behind other nodes. */
    public Snapshot recent(TenantId tenant) {
        @Nullable Kept last = kept.getIfPresent(tenant);
        if (last != null && System.nanoTime() - last.comparedAt() < FRESH.toNanos()) {
            return last.snapshot();
        }
        return reader.read(tenant, unit -> of(unit, false));
    }

    /** This node has changed the set-up: the next look compares. */
    void changed(TenantId tenant) {
        kept.asMap()
                .computeIfPresent(tenant, (t, last) -> new Kept(last.snapshot(), System.nanoTime() - FRESH.toNanos()));
    }

    @Override
    public FieldCatalog of(TenantId tenant) {
        return recent(tenant).fields();
    }

    @Override
    public Collection<FieldValue> subtree(TenantId tenant, String field, FieldValue root) {
        return trees.recent(tenant).under(recent(tenant).fields(), field, root);
    }

    /** Documents that this engine cannot read, of the desks that are in memory. */
    public Map<TenantId, Integer> suspended() {
        Map<TenantId, Integer> counts = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        kept.asMap().forEach((tenant, last) -> {
            int count = last.snapshot().suspended().size();
            if (count > 0) {
                counts.put(tenant, count);
            }
        });
        return counts;
    }

    /** Says that a desk has a newer set-up: the next look compares, however short ago the last one did. */
    void outdated(TenantId tenant) {
        kept.asMap()
                .computeIfPresent(
                        tenant, (desk, last) -> new Kept(last.snapshot(), System.nanoTime() - FRESH.toNanos() - 1));
    }

    private Snapshot known(TenantId tenant) {
        @Nullable Kept last = kept.getIfPresent(tenant);
        return last == null ? Snapshot.EMPTY : last.snapshot();
    }

    /** Never backwards: a slow reader must not hide what a quick one has seen. */
    private void keep(TenantId tenant, Snapshot snapshot) {
        kept.asMap()
                .merge(
                        tenant,
                        new Kept(snapshot, System.nanoTime()),
                        (old, now) -> old.snapshot().revision() > now.snapshot().revision() ? old : now);
    }
}

package io.tikit.core.tree;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.TenantId;
import io.tikit.api.category.Category;
import io.tikit.api.people.Team;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trees of desks in memory. Whoever changes a tree advances the revision of the configuration, which every command
 * knows from its first statement; so a command sees the trees as they are and reads them only when they changed.
 */
@Singleton
public final class Trees {
    private static final int MOST = 1_000;
    private static final int PAGE = 500;
    /** How long a look from outside of a unit may rely on the last comparison. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Kept(Forest forest, long comparedAt) {}

    private final Cache<TenantId, Kept> kept =
            CacheBuilder.newBuilder().maximumSize(MOST).build();
    private final Reader reader;

    @Inject
    Trees(Reader reader) {
        this.reader = reader;
    }

    /** The trees for a command. */
    public Forest of(Execution execution) {
        return of(execution.unit(), execution.changesConfiguration());
    }

    /**
     * The trees for looks that need not be exact to the instant: those of this node as they are, those of others at most a
     * second old.
     */
    public Forest recent(TenantId tenant) {
        @Nullable Kept last = kept.getIfPresent(tenant);
        if (last != null && System.nanoTime() - last.comparedAt() < FRESH.toNanos()) {
            return last.forest();
        }
        return reader.read(tenant, unit -> of(unit, false));
    }

    /** What is remembered of a tenant is compared anew, because this node has changed a tree. */
    public void changed(Execution execution) {
        execution
                .unit()
                .configuration()
                .advance(execution.unit().configuration().lock() + 1);
        execution.configurationChanges();
        kept.invalidate(execution.session().tenant());
    }

    private Forest of(UnitOfWork unit, boolean uncommitted) {
        @Nullable Kept last = kept.getIfPresent(unit.tenant());
        long revision = unit.configuration().revision();
        boolean shared = !uncommitted && !reader.insideHostTransaction();
        Forest forest = last != null && last.forest().revision() >= revision && shared
                ? last.forest()
                : new Forest(revision, all(unit.categories()::page, Category::id), all(unit.teams()::page, Team::id));
        if (shared) {
            kept.asMap()
                    .merge(
                            unit.tenant(),
                            new Kept(forest, System.nanoTime()),
                            (old, now) -> old.forest().revision() > now.forest().revision() ? old : now);
        }
        return forest;
    }

    private static <T, I> List<T> all(BiFunction<Optional<I>, Integer, List<T>> pages, Function<T, I> id) {
        List<T> found = new ArrayList<>();
        Optional<I> after = Optional.empty();
        while (true) {
            List<T> page = pages.apply(after, PAGE);
            found.addAll(page);
            if (page.size() < PAGE) {
                return found;
            }
            after = Optional.of(id.apply(page.get(page.size() - 1)));
        }
    }
}

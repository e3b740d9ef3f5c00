package io.tikit.core.plugin;

import io.tikit.core.pipeline.Violations;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How each kind of part is bounded. Storage bounds itself, because its calls belong to the thread that makes them. */
public final class Bounds {
    private static final Set<String> INDEX_WRITES = Set.of("apply", "flush", "erase");

    private final Containment containment;
    private final PluginSettings settings;

    public Bounds(Containment containment, PluginSettings settings) {
        this.containment = containment;
        this.settings = settings;
    }

    /** An index is not interrupted, which would close its files; while a write hangs, no other one is begun. */
    public SearchIndex index(Contributed<SearchIndex> index) {
        return containment.bounded(SearchIndex.class, index.part(), method -> {
            boolean writes = INDEX_WRITES.contains(method.getName());
            return errand(index, method, "search index", writes ? settings.open() : settings.call())
                    .uninterrupted()
                    .stuckAtMost(writes ? 1 : Errand.MOST_STUCK);
        });
    }

    public Scheduler scheduler(Contributed<Scheduler> scheduler) {
        return bounded(Scheduler.class, scheduler, "scheduler");
    }

    /** Kinds of documents. */
    @SuppressWarnings("unchecked") // the proxy hands everything to the part of the same type
    public List<ConfigurationKind<?>> kinds(List<Contributed<ConfigurationKind<?>>> brought) {
        return brought.stream()
                .<ConfigurationKind<?>>map(one -> containment.bounded(
                        ConfigurationKind.class,
                        one.part(),
                        method -> errand(one, method, "kind of documents", settings.call())))
                .toList();
    }

    /** Asks a part what it is; empty, with a violation, when it does not say. */
    <S> Optional<S> described(Contributed<S> part, Violations violations, Function<Contributed<S>, S> description) {
        try {
            return Optional.of(containment.ask(
                    Errand.of(part.plugin(), "describe its part " + part.name(), settings.start()),
                    () -> description.apply(part)));
        } catch (RuntimeException e) {
            violations.add(
                    "plugin." + part.plugin(),
                    "contribute",
                    String.valueOf(e.getMessage()),
                    Map.of("reason", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Any other part. */
    public <S> S bounded(Class<S> type, Contributed<S> part, String kind) {
        Function<Method, Errand> errands = method -> errand(part, method, kind, settings.call());
        return containment.bounded(type, part.part(), errands);
    }

    private Errand errand(Contributed<?> part, Method method, String kind, Duration usually) {
        Duration atMost = switch (method.getName()) {
            case "open" -> method.getParameterCount() == 0 ? settings.open() : usually;
            case "close" -> settings.stop();
            default -> usually;
        };
        return Errand.of(part.plugin(), method.getName() + " the " + kind + " " + part.name(), atMost);
    }
}

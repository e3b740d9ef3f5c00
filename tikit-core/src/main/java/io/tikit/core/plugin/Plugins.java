package io.tikit.core.plugin;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of an engine, in their order: asked for their parts, started and stopped. For one thread. */
public final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Map<String, Discovery.Found> byId = new LinkedHashMap<>();
    private final Map<ExtensionPoint<?>, List<Contributed<?>>> parts = new LinkedHashMap<>();
    private final Deque<String> started = new ArrayDeque<>();
    private final Deque<PluginThreads> threads = new ArrayDeque<>();
    private final Set<String> required;
    private final Containment containment;
    private final PluginHealth health;
    private final PluginSettings settings;
    private final Violations violations;

    public Plugins(
            PluginOptions options,
            PluginSettings settings,
            Containment containment,
            PluginHealth health,
            Violations violations) {
        this.containment = containment;
        this.health = health;
        this.settings = settings;
        this.violations = violations;
        Map<String, Discovery.Found> found = new Discovery(containment, violations, settings.start()).find(options);
        Map<String, PluginDescriptor> descriptors = new HashMap<>();
        found.forEach((id, one) -> descriptors.put(id, one.descriptor()));
        StartOrder.Order order = StartOrder.of(descriptors);
        order.ids().forEach(id -> byId.put(id, found.get(id)));
        if (!order.ring().isEmpty()) {
            violations.add(
                    "plugins",
                    "cycle",
                    "each wants to start after the next, and the last after the first: "
                            + String.join(", ", order.ring()),
                    Map.of("plugins", order.ring()));
        }
        required = withTheirNeeds(options.required());
        for (String id : new TreeSet<>(required)) {
            if (!found.containsKey(id)) {
                violations.add(
                        "plugin." + id,
                        "plugin_missing",
                        "is required, but there is no plugin of this id",
                        Map.of("name", id));
            }
        }
    }

    private Set<String> withTheirNeeds(Set<String> ids) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(ids);
        while (!next.isEmpty()) {
            String id = next.pop();
            if (all.add(id) && byId.containsKey(id)) {
                next.addAll(byId.get(id).descriptor().requires());
            }
        }
        return all;
    }

    /** Reads the settings of each plugin and asks it for its parts. */
    public void contribute(Surroundings surroundings, SettingValues values) {
        byId.forEach((id, found) -> {
            int before = violations.size();
            Map<Setting<?>, Object> own =
                    values.read(id + ".", found.descriptor().settings());
            if (violations.size() > before || isLeftOut(id, found.descriptor())) {
                return;
            }
            PluginThreads executor = new PluginThreads(id, settings.threads());
            threads.push(executor);
            PluginContext context = surroundings.of(id, own, executor);
            PartCollector collector = new PartCollector(id);
            try {
                containment.tell(
                        Errand.of(id, "contribute", settings.start()),
                        () -> found.plugin().contribute(collector, context));
            } catch (RuntimeException e) {
                leaveOut(id, e.getMessage(), e);
                if (required.contains(id)) {
                    violations.add(
                            "plugin." + id,
                            "contribute",
                            String.valueOf(e.getMessage()),
                            Map.of("reason", String.valueOf(e.getMessage())));
                }
            } finally {
                collector.close();
            }
            if (!health.isDown(id)) {
                collector.parts().forEach(this::take);
            }
        });
    }

    private void take(PartCollector.Part one) {
        List<Contributed<?>> there = parts.computeIfAbsent(one.point(), p -> new ArrayList<>());
        Contributed<?> part = one.contributed();
        if (!one.point().type().isInstance(part.part())) {
            violations.add(
                    "plugin." + part.plugin(),
                    "wrong_type",
                    "the part '" + part.name() + "' is no " + one.point().type().getName(),
                    Map.of(
                            "wanted", one.point().type().getSimpleName(),
                            "given", part.part().getClass().getSimpleName()));
            return;
        }
        there.stream()
                .filter(other -> other.name().equals(part.name()))
                .findFirst()
                .ifPresent(other -> violations.add(
                        "plugin." + part.plugin(),
                        "twice",
                        "a part named '" + part.name() + "' of plugin " + other.plugin() + " is at "
                                + one.point().name() + " already",
                        Map.of("name", part.name())));
        there.add(part);
    }

    /** All parts at a point, in the order of the plugins. */
    public <S> List<Contributed<S>> all(ExtensionPoint<S> point) {
        return parts.getOrDefault(point, List.of()).stream()
                .map(part -> new Contributed<>(
                        part.plugin(), part.name(), point.type().cast(part.part())))
                .toList();
    }

    /** The one part at an exclusive point: the one that the setting of the point's name chooses, or the only one. */
    public <S> Optional<Contributed<S>> one(ExtensionPoint<S> point, SettingValues values) {
        Setting<String> setting = Setting.text(point.name());
        Optional<String> choice =
                Optional.ofNullable((String) values.read("", List.of(setting)).get(setting));
        List<Contributed<S>> there = all(point);
        List<String> names = there.stream().map(Contributed::name).toList();
        if (choice.isPresent() && !names.contains(choice.get())) {
            violations.add(
                    point.name(),
                    "unknown_part",
                    "there is no part '" + choice.get() + "', only " + names,
                    Map.of("name", choice.get(), "known", names));
            return Optional.empty();
        }
        if (choice.isEmpty() && there.size() > 1) {
            violations.add(
                    point.name(),
                    "ambiguous",
                    "several parts are there: "
                            + there.stream()
                                    .map(part -> part.name() + " of plugin " + part.plugin())
                                    .toList()
                            + "; choose one by the setting '" + point.name() + "'",
                    Map.of("known", names, "setting", point.name()));
            return Optional.empty();
        }
        return there.stream()
                .filter(part -> choice.isEmpty() || part.name().equals(choice.get()))
                .findFirst();
    }

    /** The engine cannot run without this one. */
    public void require(String plugin) {
        required.addAll(withTheirNeeds(Set.of(plugin)));
    }

    public boolean isRequired(String plugin) {
        return required.contains(plugin);
    }

    /** Starts all; everything that keeps a required one from starting is told at once. */
    public void start() {
        List<Violation> failures = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        byId.forEach((id, found) -> {
            if (isLeftOut(id, found.descriptor())) {
                return;
            }
            started.push(id);
            try {
                containment.tell(Errand.of(id, "start", settings.start()), found.plugin()::start);
            } catch (RuntimeException e) {
                leaveOut(id, e.getMessage(), e);
                causes.add(e);
                started.remove(id);
                stop(id);
            }
        });
        for (String id : new TreeSet<>(required)) {
            health.whyDown(id)
                    .ifPresent(why ->
                            failures.add(new Violation("plugin." + id, "contribute", why, Map.of("reason", why))));
        }
        if (!failures.isEmpty()) {
            InvalidException failure = new InvalidException(ErrorCode.INVALID_CONFIGURATION, failures);
            causes.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private boolean isLeftOut(String id, PluginDescriptor descriptor) {
        for (String need : new TreeSet<>(descriptor.requires())) {
            if (!byId.containsKey(need) || health.isDown(need)) {
                health.down(
                        id, "needs plugin " + need + ", which " + (byId.containsKey(need) ? "failed" : "is missing"));
            }
        }
        return health.isDown(id);
    }

    /** Runs without a plugin that failed. */
    public void leaveOut(String plugin, @org.jspecify.annotations.Nullable String why, Throwable cause) {
        health.down(plugin, String.valueOf(why));
        LOG.error("plugin {} is left out until the next start: {}", plugin, why, cause);
    }

    private void stop(String id) {
        Discovery.Found found = byId.get(id);
        if (found == null) {
            return;
        }
        try {
            containment.tell(Errand.of(id, "stop", settings.stop()), found.plugin()::stop);
        } catch (RuntimeException e) {
            LOG.warn("plugin {} did not stop cleanly", id, e);
        }
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            stop(started.pop());
        }
        threads.forEach(PluginThreads::close);
    }

    /** Takes the parts of one plugin while it contributes, and none later. */
    private static final class PartCollector implements Contributions {
        private final List<Part> parts = new ArrayList<>();
        private final String plugin;
        private boolean closed;

        private record Part(ExtensionPoint<?> point, Contributed<?> contributed) {}

        PartCollector(String plugin) {
            this.plugin = plugin;
        }

        @Override
        public synchronized <S> void add(ExtensionPoint<S> point, String name, S part) {
            if (closed) {
                throw new IllegalStateException("parts are taken during contribute() only");
            }
            java.util.Objects.requireNonNull(name, "name");
            java.util.Objects.requireNonNull(part, "part");
            parts.add(new Part(point, new Contributed<>(plugin, name, part)));
        }

        synchronized List<Part> parts() {
            return List.copyOf(parts);
        }

        synchronized void close() {
            closed = true;
        }
    }
}

package io.tikit.core.engine;

import io.tikit.api.error.PluginException;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of an engine: found, checked, asked for their parts, started and stopped. */
final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    private record Part(String plugin, String name, Object part) {}

    private final Map<String, TikitPlugin> byId = new LinkedHashMap<>();
    private final Map<ExtensionPoint<?>, List<Part>> parts = new LinkedHashMap<>();
    private final List<TikitPlugin> started = new ArrayList<>();
    private final Violations violations;

    Plugins(Violations violations) {
        this.violations = violations;
    }

    /** Finds plugins and puts them in an order that is always the same: by what they come after, then by id. */
    void find(EngineOptions options) {
        Map<String, TikitPlugin> found = new TreeMap<>();
        for (TikitPlugin plugin : options.plugins()) {
            String id = checked(plugin);
            if (found.putIfAbsent(id, plugin) != null) {
                violations.add("plugin." + id, "twice", "two plugins of this id were given", Map.of("name", id));
            }
        }
        if (options.discoverPlugins()) {
            for (TikitPlugin plugin : discover(options.classLoader())) {
                found.putIfAbsent(checked(plugin), plugin);
            }
        }
        while (!found.isEmpty()) {
            Optional<Map.Entry<String, TikitPlugin>> next = found.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().descriptor().after().stream().noneMatch(found::containsKey))
                    .findFirst();
            if (next.isEmpty()) {
                violations.add(
                        "plugins",
                        "cycle",
                        "each of " + found.keySet() + " wants to start after another",
                        Map.of("plugins", List.copyOf(found.keySet())));
                return;
            }
            byId.put(next.get().getKey(), next.get().getValue());
            found.remove(next.get().getKey());
        }
    }

    private List<TikitPlugin> discover(Optional<ClassLoader> loader) {
        List<TikitPlugin> found = new ArrayList<>();
        try {
            loader.map(l -> ServiceLoader.load(TikitPlugin.class, l))
                    .orElseGet(() -> ServiceLoader.load(TikitPlugin.class))
                    .forEach(found::add);
        } catch (ServiceConfigurationError e) {
            violations.add(
                    "plugins",
                    "discovery",
                    "a plugin could not be loaded: " + e.getMessage(),
                    Map.of("reason", String.valueOf(e.getMessage())));
        }
        return found;
    }

    private String checked(TikitPlugin plugin) {
        PluginDescriptor descriptor = plugin.descriptor();
        String id = descriptor.id();
        if (!ID.matcher(id).matches()) {
            violations.add(
                    "plugin." + plugin.getClass().getName(),
                    "bad_name",
                    "the id must match " + ID.pattern(),
                    Map.of("form", ID.pattern()));
        }
        if (descriptor.spiMajor() != PluginDescriptor.SPI_MAJOR) {
            violations.add(
                    "plugin." + id,
                    "spi_version",
                    "is written for version " + descriptor.spiMajor() + " of the plugin interface, this engine has "
                            + PluginDescriptor.SPI_MAJOR,
                    Map.of("wanted", descriptor.spiMajor(), "present", PluginDescriptor.SPI_MAJOR));
        }
        return id;
    }

    /** Reads the settings of each plugin and asks it for its parts. */
    void contribute(EngineOptions options, Time time, SettingValues settings) {
        byId.forEach((id, plugin) -> {
            int before = violations.size();
            Map<Setting<?>, Object> values =
                    settings.read(id + ".", plugin.descriptor().settings());
            if (violations.size() > before) {
                return;
            }
            try {
                plugin.contribute(collector(id), new Context(options, time, values));
            } catch (RuntimeException e) {
                LOG.debug("plugin {} failed to contribute", id, e);
                violations.add("plugin." + id, "contribute", "failed: " + e, Map.of("reason", e.toString()));
            }
        });
    }

    private Contributions collector(String id) {
        return new Contributions() {
            @Override
            public <S> void add(ExtensionPoint<S> point, String name, S part) {
                List<Part> there = parts.computeIfAbsent(point, p -> new ArrayList<>());
                if (there.stream().anyMatch(other -> other.name().equals(name))) {
                    violations.add(
                            "plugin." + id,
                            "twice",
                            "a part named " + name + " is at " + point.name(),
                            Map.of("name", name));
                }
                there.add(new Part(id, name, part));
            }
        };
    }

    /** All parts at a point, in the order of the plugins. */
    <S> List<S> all(ExtensionPoint<S> point) {
        return parts.getOrDefault(point, List.of()).stream()
                .map(part -> point.type().cast(part.part()))
                .toList();
    }

    /** The plugin that brought a part. */
    String owner(Object part) {
        return parts.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.part() == part)
                .map(Part::plugin)
                .findFirst()
                .orElseThrow();
    }

    /** The one part at an exclusive point: the chosen one, or the only one. */
    <S> Optional<S> one(ExtensionPoint<S> point, Optional<String> choice) {
        List<Part> there = parts.getOrDefault(point, List.of());
        List<String> names = there.stream().map(Part::name).toList();
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
                                    .map(p -> p.name() + " of plugin " + p.plugin())
                                    .toList()
                            + "; choose one by the setting '" + point.name() + "'",
                    Map.of("known", names, "setting", point.name()));
            return Optional.empty();
        }
        return there.stream()
                .filter(part -> choice.isEmpty() || part.name().equals(choice.get()))
                .findFirst()
                .map(part -> point.type().cast(part.part()));
    }

    void start() {
        byId.forEach((id, plugin) -> {
            started.add(0, plugin);
            try {
                plugin.start();
            } catch (Exception e) {
                throw new PluginException(id, "did not start: " + e.getMessage(), e);
            }
        });
    }

    @Override
    public void close() {
        for (TikitPlugin plugin : started) {
            try {
                plugin.stop();
            } catch (Exception e) {
                LOG.warn("plugin {} did not stop cleanly", plugin.descriptor().id(), e);
            }
        }
        started.clear();
    }

    private record Context(EngineOptions options, Time time, Map<Setting<?>, Object> values) implements PluginContext {
        @Override
        public <T> Optional<T> setting(Setting<T> setting) {
            if (!values.containsKey(setting) && setting.fallback().isPresent()) {
                throw new IllegalArgumentException(setting.name() + " is not among the settings of this plugin");
            }
            return Optional.ofNullable(values.get(setting))
                    .map(value -> setting.type().cast(value));
        }

        @Override
        public Optional<Path> home() {
            return options.home();
        }

        @Override
        public Optional<DataSource> dataSource() {
            return options.dataSource();
        }

        @Override
        public Optional<HostTransaction> hostTransaction() {
            return options.hostTransaction();
        }

        @Override
        public InstantSource clock() {
            return time;
        }
    }
}

package io.tikit.core.plugin;

import io.tikit.api.error.PluginException;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds plugins and asks each once who it is. */
final class Discovery {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    private final Containment containment;
    private final Violations violations;
    private final Duration atMost;

    Discovery(Containment containment, Violations violations, Duration atMost) {
        this.containment = containment;
        this.violations = violations;
        this.atMost = atMost;
    }

    /** A plugin and what it said of itself. */
    record Found(TikitPlugin plugin, PluginDescriptor descriptor) {}

    /** All plugins by id. One that the host gives wins over a discovered one. */
    Map<String, Found> find(PluginOptions options) {
        Map<String, Found> found = new TreeMap<>();
        for (TikitPlugin plugin : options.given()) {
            described(plugin).ifPresent(one -> {
                if (found.putIfAbsent(one.descriptor().id(), one) != null) {
                    violations.add(
                            "plugin." + one.descriptor().id(),
                            "twice",
                            "two plugins of this id were given",
                            Map.of("name", one.descriptor().id()));
                }
            });
        }
        if (options.discover()) {
            for (TikitPlugin plugin : discover(options.loader())) {
                described(plugin)
                        .ifPresent(one -> found.putIfAbsent(one.descriptor().id(), one));
            }
        }
        return found;
    }

    private List<TikitPlugin> discover(Optional<ClassLoader> loader) {
        List<TikitPlugin> found = new ArrayList<>();
        try {
            containment.tell(
                    Errand.of("discovery", "make all plugins", atMost),
                    () -> loader.map(l -> ServiceLoader.load(TikitPlugin.class, l))
                            .orElseGet(() -> ServiceLoader.load(TikitPlugin.class))
                            .forEach(found::add));
        } catch (PluginException e) {
            violations.add(
                    "plugins",
                    "discovery",
                    "a plugin could not be loaded: " + e.getMessage(),
                    Map.of("reason", String.valueOf(e.getMessage())));
            return List.of();
        }
        return found;
    }

    private Optional<Found> described(TikitPlugin plugin) {
        String type = plugin.getClass().getName();
        PluginDescriptor descriptor;
        try {
            descriptor = containment.ask(
                    Errand.of(type, "say who it is", atMost),
                    () -> Objects.requireNonNull(plugin.descriptor(), "the descriptor is null"));
        } catch (RuntimeException e) {
            violations.add(
                    "plugin." + type,
                    "contribute",
                    "does not say who it is: " + e.getMessage(),
                    Map.of("reason", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        String id = descriptor.id();
        if (!ID.matcher(id).matches() || id.equals("tikit")) {
            violations.add(
                    "plugin." + type,
                    "bad_name",
                    "the id must match " + ID.pattern() + " and not be 'tikit'",
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
        return Optional.of(new Found(plugin, descriptor));
    }
}

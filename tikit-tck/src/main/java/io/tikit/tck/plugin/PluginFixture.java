package io.tikit.tck.plugin;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.TikitPlugin;
import io.tikit.tck.TestPluginContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the author of a plugin gives to the contract: the plugin, and settings with which it works here.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PluginFixture {
    /**
     * A new plugin, as the service loader makes it.
     *
     * @return an instance that nobody else has
     */
    TikitPlugin plugin();

    /**
     * Settings with which the plugin starts here, as text by name without the id of the plugin. Two engines in one
     * process use the same; so let it choose free ports.
     *
     * @return none, unless overridden
     */
    default Map<String, String> settings() {
        return Map.of();
    }

    /**
     * Settings with which the plugin contributes but cannot start, such as the port of a server that is taken.
     *
     * @return empty if there are none
     */
    default Optional<Map<String, String>> settingsThatFail() {
        return Optional.empty();
    }

    /**
     * Adds to the surroundings what the plugin needs, such as a data source or desks.
     *
     * @param context with settings, a home of its own and threads
     * @return the context, changed or not
     */
    default TestPluginContext surroundings(TestPluginContext context) {
        return context;
    }

    /**
     * Uses a plugin that runs, so that one that no longer works is noticed. Nothing, unless overridden.
     *
     * @param running its parts, open
     * @throws Exception if the plugin does not work
     */
    default void use(RunningPlugin running) throws Exception {}

    /**
     * How long the plugin may take to contribute, to start and to stop, each.
     *
     * @return ten seconds, unless overridden
     */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }
}

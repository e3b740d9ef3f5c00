package io.tikit.core.plugin;

import io.tikit.spi.TikitPlugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which plugins a host wants.
 *
 * @param given by the host
 * @param discover whether others are looked for
 * @param loader where; the thread's context loader when empty
 * @param required ids without which the engine does not start
 */
public record PluginOptions(
        List<TikitPlugin> given, boolean discover, Optional<ClassLoader> loader, Set<String> required) {}

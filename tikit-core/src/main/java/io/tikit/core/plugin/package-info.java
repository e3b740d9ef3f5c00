/**
 * Plugins: found, put in order, configured, asked for their parts, started, watched, stopped.
 * {@link io.tikit.core.plugin.Plugins} is the list of them, in the order of {@link io.tikit.core.plugin.StartOrder}. Every
 * call into a plugin goes through {@link io.tikit.core.plugin.Containment}, which bounds it in time, and what goes wrong
 * is remembered by {@link io.tikit.core.plugin.PluginHealth}. What a plugin may use of the engine is behind
 * {@link io.tikit.core.plugin.Surroundings}. This package knows the pipeline and no feature.
 */
@NullMarked
package io.tikit.core.plugin;

import org.jspecify.annotations.NullMarked;

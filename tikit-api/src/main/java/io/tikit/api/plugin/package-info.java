/**
 * What a plugin keeps for itself in a desk. A {@link io.tikit.api.plugin.PluginValue} is a small text under a key that
 * only the plugin reaches; {@link io.tikit.api.plugin.PutPluginValue} and {@link io.tikit.api.plugin.RemovePluginValue}
 * are commands, so that they can stand in one unit of work with commands on tickets.
 */
@NullMarked
package io.tikit.api.plugin;

import org.jspecify.annotations.NullMarked;

/**
 * What every plugin must keep, whatever it contributes: {@link io.tikit.tck.plugin.PluginContract}. Each of its parts has a
 * contract of its own beside this one.
 */
@NullMarked
package io.tikit.tck.plugin;

import org.jspecify.annotations.NullMarked;

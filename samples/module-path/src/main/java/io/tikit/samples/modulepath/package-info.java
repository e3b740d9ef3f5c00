/** A whole desk in a named module: {@link io.tikit.samples.modulepath.ModularHost}. */
package io.tikit.samples.modulepath;

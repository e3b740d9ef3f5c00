/**
 * The door for plugins: {@link io.tikit.spi.TikitPlugin} describes itself, names its settings and contributes parts at
 * {@link io.tikit.spi.ExtensionPoint extension points}. Found by {@link java.util.ServiceLoader} or given to the builder.
 */
@NullMarked
package io.tikit.spi;

import org.jspecify.annotations.NullMarked;

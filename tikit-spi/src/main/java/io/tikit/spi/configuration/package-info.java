/**
 * Kinds of configuration documents that plugins add. Implement {@link io.tikit.spi.configuration.ConfigurationKind} and
 * contribute it at {@link io.tikit.spi.ExtensionPoint#CONFIGURATION_KIND}; the engine keeps, versions, exports and caches
 * the documents.
 */
@NullMarked
package io.tikit.spi.configuration;

import org.jspecify.annotations.NullMarked;

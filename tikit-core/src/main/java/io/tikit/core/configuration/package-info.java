/**
 * Configuration documents. {@link io.tikit.core.configuration.ConfigurationService} is the service;
 * {@link io.tikit.core.configuration.Snapshot} is a desk's whole set-up at a revision, kept in memory by
 * {@link io.tikit.core.configuration.Snapshots}; {@link io.tikit.core.configuration.DocumentChanger} checks and writes
 * for every command.
 */
@NullMarked
package io.tikit.core.configuration;

import org.jspecify.annotations.NullMarked;

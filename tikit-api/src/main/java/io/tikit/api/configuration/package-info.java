/**
 * What an administrator sets up: versioned documents of a kind under a key. Start at
 * {@link io.tikit.api.configuration.Configuration}, which a desk hands out; a
 * {@link io.tikit.api.configuration.Document} is what it keeps, a
 * {@link io.tikit.api.configuration.ConfigurationPlan} what applying a text would change.
 */
@NullMarked
package io.tikit.api.configuration;

import org.jspecify.annotations.NullMarked;

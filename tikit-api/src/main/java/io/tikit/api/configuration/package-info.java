/**
 * What an administrator sets up: a {@link io.tikit.api.configuration.Document} of a kind under a key, with versions.
 */
@NullMarked
package io.tikit.api.configuration;

import org.jspecify.annotations.NullMarked;

/**
 * The one condition language. {@link io.tikit.api.condition.Condition} is a sealed tree over typed
 * {@link io.tikit.api.condition.Field fields}; the same tree filters lists, narrows searches and states permissions.
 *
 * <p>Logic has two values: a comparison with an absent value is false, and {@code not} is the complement. Text is
 * compared after folding, see {@code io.tikit.spi.condition.Fold}.
 */
@NullMarked
package io.tikit.api.condition;

import org.jspecify.annotations.NullMarked;

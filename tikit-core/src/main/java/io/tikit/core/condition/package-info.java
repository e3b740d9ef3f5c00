/**
 * Conditions as text: {@link io.tikit.core.condition.ConditionJson} for documents and interfaces,
 * {@link io.tikit.core.condition.ConditionText} for people, and the service of a desk that offers both. What conditions
 * mean is decided in {@code io.tikit.spi.condition}.
 */
@NullMarked
package io.tikit.core.condition;

import org.jspecify.annotations.NullMarked;

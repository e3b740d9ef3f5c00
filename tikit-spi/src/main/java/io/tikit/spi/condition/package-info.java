/**
 * The reference meaning of conditions. {@link io.tikit.spi.condition.FieldCatalog} says what each field holds,
 * {@link io.tikit.spi.condition.ConditionCheck} what may be asked where, {@link io.tikit.spi.condition.Fold} how text is
 * compared, and {@link io.tikit.spi.condition.ConditionInterpreter} decides in memory. Storage and index must agree with
 * it.
 */
@NullMarked
package io.tikit.spi.condition;

import org.jspecify.annotations.NullMarked;

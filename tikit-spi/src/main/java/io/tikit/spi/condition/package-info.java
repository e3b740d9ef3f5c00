/**
 * The reference meaning of conditions: {@link io.tikit.spi.condition.ConditionInterpreter} decides in memory,
 * {@link io.tikit.spi.condition.Fold} says how text is compared, {@link io.tikit.spi.condition.TicketFieldCatalog} what
 * each field holds. Storage and index must agree with it.
 */
@NullMarked
package io.tikit.spi.condition;

import org.jspecify.annotations.NullMarked;

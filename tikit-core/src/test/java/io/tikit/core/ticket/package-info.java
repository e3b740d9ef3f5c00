/** The pure decisions on tickets, held to their invariants. */
@NullMarked
package io.tikit.core.ticket;

import org.jspecify.annotations.NullMarked;

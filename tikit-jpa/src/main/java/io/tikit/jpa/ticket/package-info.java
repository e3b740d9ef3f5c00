/**
 * Tickets: the entity, its mapping, and the compiler from conditions to queries.
 */
@NullMarked
package io.tikit.jpa.ticket;

import org.jspecify.annotations.NullMarked;

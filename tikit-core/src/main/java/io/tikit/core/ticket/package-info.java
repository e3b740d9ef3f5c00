/**
 * Tickets: the service, the pure {@link io.tikit.core.ticket.TicketDecider}, and the handlers that load, decide and
 * write.
 */
@NullMarked
package io.tikit.core.ticket;

import org.jspecify.annotations.NullMarked;

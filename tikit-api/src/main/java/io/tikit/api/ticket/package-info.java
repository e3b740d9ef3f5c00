/**
 * Tickets. {@link io.tikit.api.ticket.Tickets} is the service; {@link io.tikit.api.ticket.CreateTicket} and
 * {@link io.tikit.api.ticket.UpdateTicket} are its commands, both built of {@link io.tikit.api.ticket.TicketChange}s;
 * {@link io.tikit.api.ticket.TicketFields} names what conditions and orders speak of.
 */
@NullMarked
package io.tikit.api.ticket;

import org.jspecify.annotations.NullMarked;

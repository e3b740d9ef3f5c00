package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;

/**
 * Who gets a ticket: the team by the desk's rules, inside the create, and the agent a moment later. Safe for use by several
 * threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Routing {
    /**
     * Says why a ticket went where it is, from what was recorded then. For those who work on tickets.
     *
     * @param ticket which ticket
     * @return the last decisions
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller does not work on tickets
     */
    RoutingExplanation explain(TicketId ticket);
}

package io.tikit.core.ticket;

import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import java.util.List;

/** A ticket as it was when it was created, but for its team and its agent. Pure. */
public final class FirstTicket {
    private FirstTicket() {}

    /**
     * Makes it.
     *
     * @param present the ticket as it is
     * @param created the event by which it was created
     */
    public static Ticket of(Ticket present, Event created) {
        return TicketPast.asOf(present, List.of(created), List.of(), created.at());
    }
}

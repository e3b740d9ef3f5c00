package io.tikit.core.notification;

import io.tikit.api.Actor;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is told of an event: the requester of replies, the assignee of all that is written and of being assigned. Pure. */
final class Audience {
    private Audience() {}

    /**
     * Decides.
     *
     * @param event what happened
     * @param ticket the ticket as its event left it or later
     * @param requesterHasIt whether replies reach the requester in another way
     * @return keys of texts by user, in order; nobody is told what they did themselves
     */
    static Map<UserId, String> of(Event event, Ticket ticket, boolean requesterHasIt) {
        Map<UserId, String> told = new LinkedHashMap<>();
        boolean assigned = event.changes().stream()
                .anyMatch(change -> change.field().equals(TicketFields.ASSIGNEE.key())
                        && change.after().isPresent());
        boolean replied = event.type().equals(EventTypes.TICKET_REPLIED);
        boolean written = replied || event.type().equals(EventTypes.TICKET_NOTED);
        if (replied && !requesterHasIt) {
            told.put(ticket.requester(), "said.notification.replied");
        }
        ticket.assignee().ifPresent(assignee -> {
            if (assigned) {
                told.put(assignee, "said.notification.assigned");
            } else if (written) {
                told.put(assignee, replied ? "said.notification.replied" : "said.notification.noted");
            }
        });
        if (event.actor() instanceof Actor.User user) {
            told.remove(user.id());
        }
        return told;
    }
}

package io.tikit.core.conversation;

import io.tikit.api.access.Permission;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Session;
import io.tikit.core.workflow.Workflow;
import java.util.Optional;

/**
 * Where a reply moves a ticket that its writer does not move: the requester's reply brings back a ticket that waits or is
 * over (REQ-TM-019), the first agent's reply opens a new one. Pure.
 */
final class ReplyPolicy {
    private ReplyPolicy() {}

    static Optional<Status> statusAfter(Ticket ticket, Session session, Workflow workflow) {
        State state = ticket.state();
        boolean requester = session.user().filter(ticket.requester()::equals).isPresent();
        boolean comesBack = requester && (state == State.PENDING || !state.isOpen());
        boolean opens = !requester && state == State.NEW && Access.may(session, Permission.TICKET_CHANGE, ticket);
        return comesBack || opens ? Optional.of(workflow.reopened()) : Optional.empty();
    }
}

package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.HandRules;
import io.tikit.core.ticket.TicketChecks;
import io.tikit.core.ticket.TicketCommandHandler;
import io.tikit.core.ticket.TicketEditor;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets agents take tickets, from the queue or from each other (REQ-TM-009, REQ-TM-013). */
final class TakeTicketHandler implements TicketCommandHandler<TakeTicket, Ticket> {
    private final TicketEditor editor;
    private final HandWriter writer;

    @Inject
    TakeTicketHandler(TicketEditor editor, HandWriter writer) {
        this.editor = editor;
        this.writer = writer;
    }

    @Override
    public Class<TakeTicket> type() {
        return TakeTicket.class;
    }

    @Override
    public void check(TakeTicket command, Violations violations) {
        if (command.stealing() && command.reason().isEmpty()) {
            violations.add("reason", "required", "say why the ticket is taken from whoever has it");
        }
        HandWriter.check(command.reason(), Optional.empty(), violations);
        TicketChecks.key(command.key(), violations);
    }

    @Override
    public Ticket handle(TakeTicket command, Prepared prepared, Execution execution) {
        Session session = execution.session();
        Access.require(session, command.stealing() ? Permission.TICKET_STEAL : Permission.TICKET_TAKE);
        Ticket before = editor.lock(command.ticket(), execution);
        Ticket after = execution.once(
                command.key(),
                command,
                Optional.of(command.ticket().value()),
                use -> before,
                () -> take(command, before, execution),
                ticket -> new UUID[] {ticket.id().value(), ticket.id().value()});
        return TicketView.shown(session, after);
    }

    private Ticket take(TakeTicket command, Ticket before, Execution execution) {
        Session session = execution.session();
        HandRules.require(command.stealing() ? HandRules.steal(session, before) : HandRules.take(session, before));
        if (HandRules.isMine(session, before)) {
            ReturnTimers.accepted(before, execution);
            return before;
        }
        boolean fromSomebody = before.assignee().isPresent();
        return take(
                before,
                new HandWriter.Why(
                        fromSomebody ? AssignmentCause.STOLEN : AssignmentCause.TAKEN,
                        command.reason(),
                        Optional.empty()),
                execution);
    }

    /** Gives a ticket that is locked and may be taken to the caller, as far as the capacity reaches. */
    Ticket take(Ticket before, HandWriter.Why why, Execution execution) {
        Instant at = TicketEditor.at(before, execution);
        List<TicketChange> mine =
                List.of(new TicketChange.SetAssignee(execution.session().user().orElseThrow()));
        return writer.write(before, editor.decide(before, mine, List.of(), at, execution), why, at, execution);
    }
}

package io.tikit.core.routing;

import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.ReleaseTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Execution;
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

/** Puts tickets back into the queue, and keeps with them to whom routing does not give them again. */
final class ReleaseTicketHandler implements TicketCommandHandler<ReleaseTicket, Ticket> {
    private final TicketEditor editor;
    private final HandWriter writer;

    @Inject
    ReleaseTicketHandler(TicketEditor editor, HandWriter writer) {
        this.editor = editor;
        this.writer = writer;
    }

    @Override
    public Class<ReleaseTicket> type() {
        return ReleaseTicket.class;
    }

    @Override
    public void check(ReleaseTicket command, Violations violations) {
        HandWriter.check(command.reason(), command.note(), violations);
        TicketChecks.key(command.key(), violations);
    }

    @Override
    public Ticket handle(ReleaseTicket command, Prepared prepared, Execution execution) {
        Ticket before = editor.lock(command.ticket(), execution);
        Ticket after = execution.once(
                command.key(),
                command,
                Optional.of(command.ticket().value()),
                use -> before,
                () -> release(command, before, execution),
                ticket -> new UUID[] {ticket.id().value(), ticket.id().value()});
        return TicketView.shown(execution.session(), after);
    }

    private Ticket release(ReleaseTicket command, Ticket before, Execution execution) {
        HandRules.require(HandRules.release(execution.session(), before));
        HandWriter.requireMayNote(execution.session(), before, command.note());
        Instant at = TicketEditor.at(before, execution);
        List<TicketChange> changes = before.assignee()
                .<List<TicketChange>>map(
                        agent -> List.of(new TicketChange.ClearAssignee(), Releases.with(before, agent)))
                .orElse(List.of());
        return writer.write(
                before,
                editor.decide(before, changes, List.of(), at, execution),
                new HandWriter.Why(AssignmentCause.RELEASED, command.reason(), command.note()),
                at,
                execution);
    }
}

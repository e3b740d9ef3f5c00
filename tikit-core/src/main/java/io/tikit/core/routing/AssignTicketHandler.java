package io.tikit.core.routing;

import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketChecks;
import io.tikit.core.ticket.TicketCommandHandler;
import io.tikit.core.ticket.TicketEditor;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives tickets to teams and agents by hand (REQ-TM-009, REQ-TM-013). */
final class AssignTicketHandler implements TicketCommandHandler<AssignTicket, Ticket> {
    private final TicketEditor editor;
    private final HandWriter writer;

    @Inject
    AssignTicketHandler(TicketEditor editor, HandWriter writer) {
        this.editor = editor;
        this.writer = writer;
    }

    @Override
    public Class<AssignTicket> type() {
        return AssignTicket.class;
    }

    @Override
    public void check(AssignTicket command, Violations violations) {
        if (command.team().isEmpty() && command.agent().isEmpty()) {
            violations.add("agent", "required", "give a team, an agent or both");
        }
        HandWriter.check(command.reason(), command.note(), violations);
        TicketChecks.key(command.key(), violations);
    }

    @Override
    public Set<UserId> mentions(AssignTicket command) {
        return command.agent().map(Set::of).orElse(Set.of());
    }

    @Override
    public Ticket handle(AssignTicket command, Prepared prepared, Execution execution) {
        Ticket before = editor.lock(command.ticket(), execution);
        Ticket after = execution.once(
                command.key(),
                command,
                Optional.of(command.ticket().value()),
                use -> before,
                () -> assign(command, before, execution),
                ticket -> new UUID[] {ticket.id().value(), ticket.id().value()});
        return TicketView.shown(execution.session(), after);
    }

    private Ticket assign(AssignTicket command, Ticket before, Execution execution) {
        HandWriter.requireMayNote(execution.session(), before, command.note());
        List<TicketChange> changes = new ArrayList<>();
        command.team().ifPresent(team -> changes.add(new TicketChange.SetTeam(team)));
        changes.add(command.agent()
                .<TicketChange>map(TicketChange.SetAssignee::new)
                .orElseGet(TicketChange.ClearAssignee::new));
        Instant at = TicketEditor.at(before, execution);
        return writer.write(
                before,
                editor.decide(before, changes, at, execution),
                new HandWriter.Why(AssignmentCause.ASSIGNED, command.reason(), command.note()),
                at,
                execution);
    }
}

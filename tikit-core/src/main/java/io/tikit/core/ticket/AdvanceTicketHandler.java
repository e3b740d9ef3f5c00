package io.tikit.core.ticket;

import io.tikit.api.Actor;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.workflow.AdvanceTicket;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.workflow.Closing;
import io.tikit.core.workflow.LifecycleTimers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wakes tickets and closes them when their time has come (REQ-TM-018). */
final class AdvanceTicketHandler implements CommandHandler<AdvanceTicket, Boolean> {
    private static final String SOURCE = "lifecycle";

    private final TicketEditor editor;
    private final LifecycleTimers timers;

    @Inject
    AdvanceTicketHandler(TicketEditor editor, LifecycleTimers timers) {
        this.editor = editor;
        this.timers = timers;
    }

    @Override
    public Class<AdvanceTicket> type() {
        return AdvanceTicket.class;
    }

    @Override
    public void check(AdvanceTicket command, Violations violations) {
        // Nothing to find in it alone.
    }

    @Override
    public Boolean handle(AdvanceTicket command, Prepared prepared, Execution execution) {
        if (!(execution.session().actor() instanceof Actor.Engine)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "tickets wake and close by the engine's own decision; change their status with UpdateTicket");
        }
        Ticket ticket = editor.lock(command.ticket(), execution);
        return switch (command.step()) {
            case WAKE -> wake(ticket, execution);
            case ANNOUNCE_CLOSING ->
                timers.closing(ticket, execution)
                        .map(closing -> announce(closing, ticket, execution))
                        .orElse(false);
            case CLOSE ->
                timers.closing(ticket, execution)
                        .map(closing -> close(closing, ticket, execution))
                        .orElse(false);
        };
    }

    private boolean wake(Ticket ticket, Execution execution) {
        Optional<Instant> until = LifecycleTimers.wakeUp(ticket);
        if (ticket.state() != State.PENDING || until.isEmpty()) {
            return false;
        }
        editor.change(
                ticket,
                List.of(new TicketChange.SetStatus(
                        editor.workflow(ticket, execution).reopened())),
                List.of(fact("woken", new FieldValue.Moment(until.get()))),
                execution);
        return true;
    }

    private boolean announce(Closing closing, Ticket ticket, Execution execution) {
        Instant at = TicketEditor.at(ticket, execution);
        // Said before the event is written, so that the event tells when; the timer then follows from the event.
        List<Fact> facts = List.of(fact("closes_at", new FieldValue.Moment(timers.closesAt(closing, execution))));
        execution.learn(facts);
        Ticket after = editor.write(
                ticket,
                new TicketDecider.Decision(ticket, List.of()),
                EventTypes.TICKET_CLOSING_ANNOUNCED,
                null,
                at,
                execution);
        execution.forget(facts);
        timers.announced(closing, after, execution);
        return true;
    }

    private boolean close(Closing closing, Ticket ticket, Execution execution) {
        if (editor.isHeldBack(ticket, execution)) {
            timers.putOff(closing, ticket, execution);
            return false;
        }
        editor.change(
                ticket,
                List.of(new TicketChange.SetStatus(closing.to())),
                List.of(fact(
                        "closed_after_minutes",
                        new FieldValue.Whole(closing.after().toMinutes()))),
                execution);
        return true;
    }

    private static Fact fact(String name, FieldValue value) {
        return new Fact(SOURCE, name, Optional.of(value));
    }
}

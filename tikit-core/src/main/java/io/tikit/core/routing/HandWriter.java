package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Fact;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketChecks;
import io.tikit.core.ticket.TicketDecider;
import io.tikit.core.ticket.TicketEditor;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what was done by hand, with why and with a note if there is one, as one event. */
final class HandWriter {
    static final int LONGEST_REASON = 255;

    private final TicketEditor editor;

    @Inject
    HandWriter(TicketEditor editor) {
        this.editor = editor;
    }

    /**
     * Why it was done.
     *
     * @param cause how
     * @param reason what was said for it
     * @param note what the next one should know
     */
    record Why(AssignmentCause cause, Optional<String> reason, Optional<String> note) {}

    static void check(Optional<String> reason, Optional<String> note, Violations violations) {
        reason.ifPresent(text -> violations.line("reason", text, 1, LONGEST_REASON));
        note.ifPresent(text -> TicketChecks.body("note", text, 1, violations));
    }

    /** Refuses those who give a note and may not write any. */
    static void requireMayNote(Session session, Ticket ticket, Optional<String> note) {
        if (note.isPresent()) {
            Access.require(session, Permission.NOTE_WRITE, ticket);
        }
    }

    Ticket write(Ticket before, TicketDecider.Decision decision, Why why, Instant at, Execution execution) {
        if (decision.isEmpty() && why.note().isEmpty()) {
            return before;
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(TeamRouter.fact(
                RoutingFields.CAUSE, new FieldValue.Text(why.cause().name())));
        why.reason().ifPresent(text -> facts.add(TeamRouter.fact(RoutingFields.SAID, new FieldValue.Text(text))));
        execution.learn(facts);
        Optional<Entry> note = why.note().map(text -> note(before, text, at, execution));
        note.ifPresent(execution.unit().entries()::insert);
        return editor.write(
                before,
                decision,
                note.isPresent() ? EventTypes.TICKET_NOTED : EventTypes.TICKET_UPDATED,
                note.orElse(null),
                at,
                execution);
    }

    private static Entry note(Ticket ticket, String text, Instant at, Execution execution) {
        Session session = execution.session();
        return new Entry(
                new EntryId(execution.newId()),
                ticket.id(),
                EntryKind.NOTE,
                session.actor(),
                session.caller().channel(),
                at,
                text);
    }
}

package io.tikit.core.suggestion;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Fact;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.SuggestionId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.timer.TimerCause;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.ticket.TicketDecider;
import io.tikit.core.ticket.TicketEditor;
import java.time.Instant;
import java.util.List;

/** What accepting and rejecting have in common. */
final class Judging {
    private Judging() {}

    /** The suggestion, if the session may see it: what is hidden of the ticket was never suggested. */
    static FieldSuggestion found(SuggestionPast past, SuggestionId id, Ticket ticket, Session session) {
        Access.require(session, Permission.SUGGESTION_SEE, ticket);
        return past.find(id)
                .filter(found -> !TicketView.hidden(session, ticket).contains(id.field()))
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.SUGGESTION_NOT_FOUND,
                        "nothing was suggested for field '" + id.field() + "' of ticket " + id.ticket() + " at rank "
                                + id.rank()));
    }

    /** Writes the judgement and what it changes, led to by the event that made the suggestion. */
    static Ticket write(
            TicketEditor editor,
            Ticket before,
            List<TicketChange> changes,
            SuggestionPast past,
            Fact judgement,
            Execution execution) {
        Instant at = TicketEditor.at(before, execution);
        TicketDecider.Decision decision = editor.decide(before, changes, at, execution);
        execution.learn(List.of(judgement));
        past.made().ifPresent(made -> execution.causedBy(new TimerCause(made.id(), made.subject(), made.depth())));
        return editor.write(
                before,
                decision,
                decision.isEmpty() ? EventTypes.TICKET_SUGGESTION_JUDGED : EventTypes.TICKET_UPDATED,
                null,
                at,
                execution);
    }
}

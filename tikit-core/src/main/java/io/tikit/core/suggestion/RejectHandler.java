package io.tikit.core.suggestion;

import io.tikit.api.access.Permission;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.RejectSuggestion;
import io.tikit.api.suggestion.SuggestionState;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketEditor;
import jakarta.inject.Inject;
import java.util.List;

/** A person says that a value which was suggested is wrong. */
final class RejectHandler implements CommandHandler<RejectSuggestion, Ticket> {
    private static final int LONGEST_REASON = 500;

    private final TicketEditor editor;

    @Inject
    RejectHandler(TicketEditor editor) {
        this.editor = editor;
    }

    @Override
    public Class<RejectSuggestion> type() {
        return RejectSuggestion.class;
    }

    @Override
    public void check(RejectSuggestion command, Violations violations) {
        violations.line("reason", command.reason(), 0, LONGEST_REASON);
    }

    @Override
    public Ticket handle(RejectSuggestion command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.SUGGESTION_SEE);
        Ticket before = editor.lock(command.suggestion().ticket(), execution);
        Access.require(execution.session(), Permission.TICKET_CHANGE, before);
        SuggestionPast past = SuggestionPast.of(execution.unit(), before.id());
        FieldSuggestion found = Judging.found(past, command.suggestion(), before, execution.session());
        if (found.state() == SuggestionState.REJECTED) {
            return before;
        }
        boolean stands = found.state() == SuggestionState.APPLIED
                && SuggestedValues.text(before, found.id().field())
                        .filter(found.value()::equals)
                        .isPresent();
        List<TicketChange> undone =
                stands ? List.of(SuggestedValues.undo(found.id().field())) : List.of();
        return Judging.write(
                editor, before, undone, past, SuggestionFacts.rejected(found.id(), command.reason()), execution);
    }
}

package io.tikit.core.suggestion;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.suggestion.AcceptSuggestion;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.SuggestionState;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketEditor;
import jakarta.inject.Inject;
import java.util.List;

/** A person takes a value that was suggested. */
final class AcceptHandler implements CommandHandler<AcceptSuggestion, Ticket> {
    private final TicketEditor editor;
    private final Snapshots snapshots;

    @Inject
    AcceptHandler(TicketEditor editor, Snapshots snapshots) {
        this.editor = editor;
        this.snapshots = snapshots;
    }

    @Override
    public Class<AcceptSuggestion> type() {
        return AcceptSuggestion.class;
    }

    @Override
    public void check(AcceptSuggestion command, Violations violations) {
        // Whether there is such a suggestion is seen in the ticket's events alone.
    }

    @Override
    public Ticket handle(AcceptSuggestion command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.SUGGESTION_SEE);
        Ticket before = editor.lock(command.suggestion().ticket(), execution);
        SuggestionPast past = SuggestionPast.of(execution.unit(), before.id());
        FieldSuggestion found = Judging.found(past, command.suggestion(), before, execution.session());
        if (found.state() == SuggestionState.ACCEPTED) {
            return before;
        }
        TicketChange change = SuggestedValues.change(
                        found.id().field(),
                        found.value(),
                        snapshots.of(execution),
                        id -> SuggestedValues.isInUse(execution.unit(), id))
                .orElseThrow(() -> new InvalidException(
                        ErrorCode.INVALID_COMMAND,
                        SuggestedValues.notTaken(found.id().field(), found.value())));
        return Judging.write(
                editor, before, List.of(change), past, SuggestionFacts.accepted(found.id(), found.value()), execution);
    }
}

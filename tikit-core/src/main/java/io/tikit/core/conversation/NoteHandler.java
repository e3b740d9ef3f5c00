package io.tikit.core.conversation;

import io.tikit.api.access.Permission;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketChecks;
import io.tikit.core.ticket.TicketCommandHandler;
import jakarta.inject.Inject;
import java.util.Set;

/** Writes among agents. */
final class NoteHandler implements TicketCommandHandler<AddNote, Entry> {
    private final EntryWriter writer;

    @Inject
    NoteHandler(EntryWriter writer) {
        this.writer = writer;
    }

    @Override
    public Class<AddNote> type() {
        return AddNote.class;
    }

    @Override
    public void check(AddNote command, Violations violations) {
        writer.check(
                EntryWriter.text(command.body(), command.composition()),
                command.changes(),
                command.key(),
                command.attachments(),
                violations);
    }

    @Override
    public Set<UserId> mentions(AddNote command) {
        return TicketChecks.mentions(command.changes());
    }

    @Override
    public Entry handle(AddNote command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.NOTE_WRITE);
        return writer.write(
                new EntryWriter.Draft(
                        command.ticket(),
                        EntryKind.NOTE,
                        command.body(),
                        command.changes(),
                        command.key(),
                        command.attachments(),
                        command.composition()),
                command,
                execution);
    }
}

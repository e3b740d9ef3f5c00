package io.tikit.core.conversation;

import io.tikit.api.access.Permission;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Reply;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketChecks;
import io.tikit.core.ticket.TicketCommandHandler;
import jakarta.inject.Inject;
import java.util.Set;

/** Writes to everybody on a ticket. */
final class ReplyHandler implements TicketCommandHandler<Reply, Entry> {
    private final EntryWriter writer;

    @Inject
    ReplyHandler(EntryWriter writer) {
        this.writer = writer;
    }

    @Override
    public Class<Reply> type() {
        return Reply.class;
    }

    @Override
    public void check(Reply command, Violations violations) {
        writer.check(
                EntryWriter.text(command.body(), command.composition()),
                command.changes(),
                command.key(),
                command.attachments(),
                violations);
    }

    @Override
    public Set<UserId> mentions(Reply command) {
        return TicketChecks.mentions(command.changes());
    }

    @Override
    public Entry handle(Reply command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.REPLY);
        return writer.write(
                new EntryWriter.Draft(
                        command.ticket(),
                        EntryKind.REPLY,
                        command.body(),
                        command.changes(),
                        command.key(),
                        command.attachments(),
                        command.composition()),
                command,
                execution);
    }
}

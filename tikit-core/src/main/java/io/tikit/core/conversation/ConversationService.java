package io.tikit.core.conversation;

import io.tikit.api.access.Permission;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Conversations;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.RenewHtml;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.text.Composed;
import io.tikit.spi.storage.EntryRef;
import java.util.Set;
import java.util.function.Supplier;

/** The conversation for one caller. */
public final class ConversationService implements Conversations {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;

    public ConversationService(Supplier<Session> session, Pipeline pipeline, Reader reader) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
    }

    @Override
    public Entry reply(Reply command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Entry note(AddNote command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Page<Entry> entries(TicketId ticket, PageRequest page) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket found = Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            boolean notes = Access.may(who, Permission.NOTE_READ, found);
            return IdCursors.page(
                    "entries " + who.tenant() + " " + ticket + " " + notes,
                    page,
                    (after, limit) -> unit.entries().page(ticket, notes, after.map(EntryId::new), limit).stream()
                            .map(Composed::current)
                            .toList(),
                    entry -> entry.id().value());
        });
    }

    @Override
    public String htmlWithImages(TicketId ticket, EntryId entry) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket found = Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            boolean notes = Access.may(who, Permission.NOTE_READ, found);
            return unit.entries().findAll(Set.of(new EntryRef(ticket, entry))).stream()
                    .filter(one -> notes || one.kind().isPublic())
                    .findFirst()
                    .map(Composed::withImages)
                    .orElseThrow(() -> new NotFoundException(
                            ErrorCode.ENTRY_NOT_FOUND, "there is no entry " + entry + " on ticket " + ticket));
        });
    }

    @Override
    public int renewHtml(RenewHtml command) {
        return pipeline.execute(session.get(), command);
    }
}

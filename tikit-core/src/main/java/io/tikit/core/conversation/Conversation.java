package io.tikit.core.conversation;

import io.tikit.api.Actor;
import io.tikit.api.access.Permission;
import io.tikit.api.conversation.Composition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.EntryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was written on a ticket before, as far as the writer of an entry may know of it. */
final class Conversation {
    private static final int MOST_COUNTED = 100;

    private Conversation() {}

    /** The entry that is answered. One that the writer may not read is answered for like one that is not there. */
    static Optional<Entry> answered(Composition composition, Ticket ticket, Execution execution) {
        if (composition.inReplyTo().isEmpty()) {
            return Optional.empty();
        }
        EntryRef ref = new EntryRef(ticket.id(), composition.inReplyTo().get());
        Optional<Entry> found = execution.unit().entries().findAll(Set.of(ref)).stream()
                .filter(entry -> entry.kind().isPublic() || readsNotes(execution.session(), ticket))
                .findFirst();
        if (found.isEmpty()) {
            Violations violations = new Violations();
            violations.add("composition.inReplyTo", "unknown_entry", "no such entry is on " + ticket.id());
            violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        }
        return found;
    }

    /** Refuses when others have written since the last entry that was seen. The ticket is locked. */
    static void requireNothingNewer(Composition composition, Ticket ticket, Execution execution) {
        if (composition.seen().isEmpty() || composition.regardless()) {
            return;
        }
        EntryId seen = composition.seen().get();
        Session session = execution.session();
        List<Entry> newer = execution
                .unit()
                .entries()
                .page(ticket.id(), readsNotes(session, ticket), Optional.of(seen), MOST_COUNTED)
                .stream()
                .filter(entry -> !entry.author().equals(session.actor()))
                .toList();
        if (newer.isEmpty()) {
            return;
        }
        Actor requester = new Actor.User(ticket.requester());
        long fromRequester =
                newer.stream().filter(entry -> entry.author().equals(requester)).count();
        List<ConflictException.Side> sides = new ArrayList<>();
        sides.add(new ConflictException.Side(
                "seen", seen.toString(), newer.get(newer.size() - 1).id().toString()));
        sides.add(new ConflictException.Side("newer", "0", Integer.toString(newer.size())));
        sides.add(new ConflictException.Side("newer_from_requester", "0", Long.toString(fromRequester)));
        newer.stream()
                .map(entry -> entry.author().toString())
                .distinct()
                .forEach(author -> sides.add(new ConflictException.Side("author", "", author)));
        throw new ConflictException(
                ErrorCode.NEWER_ENTRIES,
                newer.size() + (newer.size() == 1 ? " newer entry" : " newer entries") + " on ticket " + ticket.id()
                        + ", " + fromRequester + " from the requester; read them, or write regardless",
                sides);
    }

    private static boolean readsNotes(Session session, Ticket ticket) {
        return Access.may(session, Permission.NOTE_READ, ticket);
    }
}

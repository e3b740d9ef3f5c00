package io.tikit.core.conversation;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.access.Permission;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.conversation.Composition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Text;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.attachment.AttachmentClaims;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.text.Composed;
import io.tikit.core.ticket.TicketChecks;
import io.tikit.core.ticket.TicketCommandHandler;
import io.tikit.core.ticket.TicketDecider;
import io.tikit.core.ticket.TicketEditor;
import io.tikit.spi.storage.EntryRef;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes an entry on a ticket together with the changes that come with it. */
final class EntryWriter {
    private final TicketEditor editor;
    private final AttachmentClaims claims;

    @Inject
    EntryWriter(TicketEditor editor, AttachmentClaims claims) {
        this.editor = editor;
        this.claims = claims;
    }

    /** Checks what every entry has; one that brings files needs no text. */
    void check(
            Text text,
            List<TicketChange> changes,
            Optional<IdempotencyKey> key,
            List<AttachmentId> attachments,
            Violations violations) {
        Composed.check("body", text, leastOf(attachments), violations);
        TicketChecks.changes(changes, violations);
        TicketChecks.key(key, violations);
        claims.check(attachments, violations);
    }

    static Text text(String body, Composition composition) {
        return new Text(composition.format(), body);
    }

    private static int leastOf(List<AttachmentId> attachments) {
        return attachments.isEmpty() ? 1 : 0;
    }

    /**
     * What is to be written.
     *
     * @param kind reply or note
     */
    record Draft(
            TicketId ticket,
            EntryKind kind,
            String body,
            List<TicketChange> changes,
            Optional<IdempotencyKey> key,
            List<AttachmentId> attachments,
            Composition composition) {
        /** The same in answer to something: what answers a note is a note. */
        Draft answering(Optional<Entry> answered) {
            boolean hidden = answered.filter(entry -> !entry.kind().isPublic()).isPresent();
            return hidden && kind != EntryKind.NOTE
                    ? new Draft(ticket, EntryKind.NOTE, body, changes, key, attachments, composition)
                    : this;
        }

        String eventType() {
            return kind == EntryKind.NOTE ? EventTypes.TICKET_NOTED : EventTypes.TICKET_REPLIED;
        }
    }

    Entry write(Draft draft, Command<Entry> command, Execution execution) {
        Composed composed = Composed.of("body", text(draft.body(), draft.composition()), leastOf(draft.attachments()));
        Ticket before = editor.lock(draft.ticket(), execution);
        return execution.once(
                draft.key(),
                command,
                Optional.of(draft.ticket().value()),
                use -> written(new EntryRef(new TicketId(use.subject()), new EntryId(use.detail())), execution),
                () -> write(
                        draft.answering(Conversation.answered(draft.composition(), before, execution)),
                        composed,
                        before,
                        execution),
                entry -> new UUID[] {entry.ticket().value(), entry.id().value()});
    }

    private Entry write(Draft draft, Composed composed, Ticket before, Execution execution) {
        Session session = execution.session();
        Access.require(session, draft.kind() == EntryKind.NOTE ? Permission.NOTE_WRITE : Permission.REPLY, before);
        Conversation.requireNothingNewer(draft.composition(), before, execution);
        Instant at = TicketEditor.at(before, execution);
        TicketDecider.Decision decision = editor.decide(
                before, follows(draft, before, execution), draft.changes(), Optional.of(draft.kind()), at, execution);
        Entry text = new Entry(
                new EntryId(execution.newId()),
                before.id(),
                draft.kind(),
                session.actor(),
                session.caller().channel(),
                at,
                composed.plain());
        Entry answer = draft.composition().inReplyTo().map(text::withInReplyTo).orElse(text);
        Entry entry = claims.claim(composed.in(answer), draft.attachments(), execution);
        execution.unit().entries().insert(entry);
        editor.write(before, decision, draft.eventType(), entry, at, execution);
        return entry;
    }

    /** The status to which a reply moves a ticket, unless somebody says another one. */
    private List<TicketChange> follows(Draft draft, Ticket before, Execution execution) {
        boolean said = TicketCommandHandler.with(draft.changes(), execution.added()).stream()
                .anyMatch(TicketChange.SetStatus.class::isInstance);
        if (draft.kind() != EntryKind.REPLY || said) {
            return List.of();
        }
        Optional<Status> moved =
                ReplyPolicy.statusAfter(before, execution.session(), editor.workflow(before, execution));
        return moved.<List<TicketChange>>map(status -> List.of(new TicketChange.SetStatus(status)))
                .orElse(List.of());
    }

    private static Entry written(EntryRef ref, Execution execution) {
        return execution.unit().entries().findAll(Set.of(ref)).stream()
                .findFirst()
                .map(Composed::current)
                .orElseThrow(() ->
                        new NotFoundException(ErrorCode.TICKET_NOT_FOUND, "the entry written under this key is gone"));
    }
}

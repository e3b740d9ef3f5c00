package io.tikit.api.ticket;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Text;
import io.tikit.api.conversation.TextFormat;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens a ticket (UC-001). Customers create for themselves; agents for anybody. Recorded as {@code ticket.created}.
 *
 * @param subject 1 to 255 characters in one line
 * @param requester whom it is for, an active user
 * @param description the first entry of the conversation, in the format given: plain text of at most 1,000,000
 *     characters, or see {@link Text}; may be empty
 * @param changes what differs from the defaults
 * @param key a second command with the same key returns the ticket of the first
 * @param attachments uploads of the caller that wait, which become the first entry's; each id once
 * @param format how the description is written
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record CreateTicket(
        String subject,
        UserId requester,
        String description,
        List<TicketChange> changes,
        Optional<IdempotencyKey> key,
        List<AttachmentId> attachments,
        TextFormat format)
        implements Command<Ticket> {
    /** Copies the lists. */
    public CreateTicket {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(description, "description");
        changes = List.copyOf(changes);
        Objects.requireNonNull(key, "key");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(format, "format");
    }

    /**
     * With a plain description.
     *
     * @param subject what it is about, in a line
     * @param requester whom it is for
     * @param description the first entry of the conversation
     * @param changes what differs from the defaults
     * @param key a second command with the same key returns the ticket of the first
     * @param attachments uploads of the caller that wait
     */
    public CreateTicket(
            String subject,
            UserId requester,
            String description,
            List<TicketChange> changes,
            Optional<IdempotencyKey> key,
            List<AttachmentId> attachments) {
        this(subject, requester, description, changes, key, attachments, TextFormat.PLAIN);
    }

    /**
     * Without attachments.
     *
     * @param subject what it is about, in a line
     * @param requester whom it is for
     * @param description the first entry of the conversation
     * @param changes what differs from the defaults
     * @param key a second command with the same key returns the ticket of the first
     */
    public CreateTicket(
            String subject,
            UserId requester,
            String description,
            List<TicketChange> changes,
            Optional<IdempotencyKey> key) {
        this(subject, requester, description, changes, key, List.of());
    }

    /**
     * A ticket with defaults: a question of medium priority, new, without team and category, of the first of the
     * requester's organisations.
     *
     * @param subject what it is about, in a line
     * @param requester whom it is for
     * @return the command
     */
    public static CreateTicket of(String subject, UserId requester) {
        return new CreateTicket(subject, requester, "", List.of(), Optional.empty());
    }

    /**
     * With a description.
     *
     * @param text the first entry of the conversation
     * @return a copy
     */
    public CreateTicket withDescription(String text) {
        return withDescription(Text.plain(text));
    }

    /**
     * With a description that may have form.
     *
     * @param text the first entry of the conversation
     * @return a copy
     */
    public CreateTicket withDescription(Text text) {
        return new CreateTicket(subject, requester, text.source(), changes, key, attachments, text.format());
    }

    /**
     * With one more change.
     *
     * @param change what differs from the defaults
     * @return a copy
     */
    public CreateTicket with(TicketChange change) {
        return new CreateTicket(
                subject,
                requester,
                description,
                Stream.concat(changes.stream(), Stream.of(change)).toList(),
                key,
                attachments,
                format);
    }

    /**
     * With a priority.
     *
     * @param priority the priority
     * @return a copy
     */
    public CreateTicket withPriority(Priority priority) {
        return with(new TicketChange.SetPriority(priority));
    }

    /**
     * With a type.
     *
     * @param type the type
     * @return a copy
     */
    public CreateTicket withType(TicketType type) {
        return with(new TicketChange.SetType(type));
    }

    /**
     * In a team's queue.
     *
     * @param team the team
     * @return a copy
     */
    public CreateTicket withTeam(TeamId team) {
        return with(new TicketChange.SetTeam(team));
    }

    /**
     * In a category.
     *
     * @param category the category
     * @return a copy
     */
    public CreateTicket withCategory(CategoryId category) {
        return with(new TicketChange.SetCategory(category));
    }

    /**
     * For an organisation other than the first of the requester's.
     *
     * @param organisation the organisation
     * @return a copy
     */
    public CreateTicket withOrganisation(OrganisationId organisation) {
        return with(new TicketChange.SetOrganisation(organisation));
    }

    /**
     * With a text in a custom field.
     *
     * @param field the key of the field
     * @param text its value
     * @return a copy
     */
    public CreateTicket withField(String field, String text) {
        return with(new TicketChange.SetField(field, new FieldValue.Text(text)));
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public CreateTicket withKey(IdempotencyKey idempotencyKey) {
        return new CreateTicket(
                subject, requester, description, changes, Optional.of(idempotencyKey), attachments, format);
    }

    /**
     * With one more file, which belongs to the first entry of the conversation.
     *
     * @param staged an upload of the caller that waits, see {@link io.tikit.api.attachment.Attachments#stage}
     * @return a copy
     */
    public CreateTicket withAttachment(AttachmentId staged) {
        return new CreateTicket(
                subject,
                requester,
                description,
                changes,
                key,
                Stream.concat(attachments.stream(), Stream.of(staged)).toList(),
                format);
    }

    /** Names the command without its texts, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "CreateTicket for " + requester + " with " + changes.size() + " changes";
    }
}

package io.tikit.api.conversation;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written on a ticket. Immutable; equal to an entry of the same parts.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Entry {
    private final EntryId id;
    private final TicketId ticket;
    private final EntryKind kind;
    private final Actor author;
    private final Channel channel;
    private final Instant at;
    private final String body;
    private final List<Attachment> attachments;
    private final @Nullable RichText rich;
    private final @Nullable EntryId inReplyTo;

    /**
     * An entry without attachments.
     *
     * @param id its id
     * @param ticket the ticket
     * @param kind what it is
     * @param author who wrote it; never {@link Actor.Subject}
     * @param channel how it came
     * @param at when it was written
     * @param body plain text
     */
    public Entry(EntryId id, TicketId ticket, EntryKind kind, Actor author, Channel channel, Instant at, String body) {
        this(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(ticket, "ticket"),
                Objects.requireNonNull(kind, "kind"),
                Objects.requireNonNull(author, "author"),
                Objects.requireNonNull(channel, "channel"),
                Objects.requireNonNull(at, "at"),
                Objects.requireNonNull(body, "body"),
                List.of(),
                null,
                null);
    }

    private Entry(
            EntryId id,
            TicketId ticket,
            EntryKind kind,
            Actor author,
            Channel channel,
            Instant at,
            String body,
            List<Attachment> attachments,
            @Nullable RichText rich,
            @Nullable EntryId inReplyTo) {
        this.id = id;
        this.ticket = ticket;
        this.kind = kind;
        this.author = author;
        this.channel = channel;
        this.at = at;
        this.body = body;
        this.attachments = attachments;
        this.rich = rich;
        this.inReplyTo = inReplyTo;
    }

    /**
     * With attachments instead of those it has.
     *
     * @param files attachments that name this entry, in the order of their ids
     * @return a copy
     */
    public Entry withAttachments(List<Attachment> files) {
        return new Entry(id, ticket, kind, author, channel, at, body, List.copyOf(files), rich, inReplyTo);
    }

    /**
     * With form.
     *
     * @param text as it was written and as it is shown; its plain text is the body
     * @return a copy
     */
    public Entry withRich(RichText text) {
        Objects.requireNonNull(text, "text");
        return new Entry(id, ticket, kind, author, channel, at, body, attachments, text, inReplyTo);
    }

    /**
     * In answer to another entry.
     *
     * @param answered an entry of the same ticket
     * @return a copy
     */
    public Entry withInReplyTo(EntryId answered) {
        Objects.requireNonNull(answered, "answered");
        return new Entry(id, ticket, kind, author, channel, at, body, attachments, rich, answered);
    }

    /**
     * Its id.
     *
     * @return the id
     */
    public EntryId id() {
        return id;
    }

    /**
     * Where it was written.
     *
     * @return the ticket
     */
    public TicketId ticket() {
        return ticket;
    }

    /**
     * What it is.
     *
     * @return the kind
     */
    public EntryKind kind() {
        return kind;
    }

    /**
     * Who wrote it.
     *
     * @return the author; never {@link Actor.Subject}
     */
    public Actor author() {
        return author;
    }

    /**
     * How it came.
     *
     * @return the channel
     */
    public Channel channel() {
        return channel;
    }

    /**
     * When it was written.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    /**
     * What was written, without form: what is searched, decided on and put into notifications.
     *
     * @return plain text; may be empty if there are attachments
     */
    public String body() {
        return body;
    }

    /**
     * The text with its form, if it was written with one.
     *
     * @return empty for an entry written as plain text
     */
    public Optional<RichText> rich() {
        return Optional.ofNullable(rich);
    }

    /**
     * What was written, as HTML that is safe inside any element of a page that holds text.
     *
     * @return the sanitised HTML, or the plain text with its line ends as {@code <br>}
     */
    public String html() {
        return rich == null ? escaped(body) : rich.html();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;")
                .replace("\r\n", "\n")
                .replace("\n", "<br>\n");
    }

    /**
     * What it answers. A public entry never answers a note.
     *
     * @return an entry of the same ticket; empty if it answers nothing in particular
     */
    public Optional<EntryId> inReplyTo() {
        return Optional.ofNullable(inReplyTo);
    }

    /**
     * The files that came with it.
     *
     * @return attachments in the order of their ids
     */
    public List<Attachment> attachments() {
        return attachments;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entry that
                && id.equals(that.id)
                && ticket.equals(that.ticket)
                && kind == that.kind
                && author.equals(that.author)
                && channel.equals(that.channel)
                && at.equals(that.at)
                && body.equals(that.body)
                && attachments.equals(that.attachments)
                && Objects.equals(rich, that.rich)
                && Objects.equals(inReplyTo, that.inReplyTo);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Names the entry without its body, so that logs hold no personal data. */
    @Override
    public String toString() {
        return kind + " " + id + " on ticket " + ticket;
    }
}

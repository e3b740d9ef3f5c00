package io.tikit.core.channel;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.Person;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.LimitException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.TikitException;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.message.Phrases;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.InboundMessage.Trait;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what one channel brings in. A message becomes a reply where it answers one of a ticket that its sender sees, else a
 * ticket of the sender's. What a machine wrote, and word that a delivery failed, becomes a note, so that it moves nothing.
 */
final class Inbox implements ChannelInbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final String channel;
    private final SenderDesks desks;
    private final MessageRows rows;
    private final Reader reader;
    private final Storage storage;
    private final Phrases phrases;

    Inbox(String channel, SenderDesks desks, MessageRows rows, Reader reader, Storage storage, Phrases phrases) {
        this.channel = channel;
        this.desks = desks;
        this.rows = rows;
        this.reader = reader;
        this.storage = storage;
        this.phrases = phrases;
    }

    @Override
    public InboundOutcome accept(InboundMessage message) {
        try {
            return taken(message);
        } catch (ConflictException e) {
            if (e.code() == ErrorCode.KEY_REUSED) {
                // Two nodes took it at the same time and read its references differently.
                return InboundOutcome.KNOWN;
            }
            throw e;
        } catch (InvalidException | NotPermittedException | NotFoundException | LimitException e) {
            return refused(message, e);
        }
    }

    private InboundOutcome refused(InboundMessage message, TikitException why) {
        LOG.warn(
                "channel {} of tenant {}: a message from {} is refused: {}",
                channel,
                message.tenant(),
                message.from(),
                why.code());
        return InboundOutcome.REFUSED;
    }

    private InboundOutcome taken(InboundMessage message) {
        if (!reader.guarded(() -> storage.tenantExists(message.tenant()))) {
            return refused(
                    message,
                    new NotFoundException(
                            ErrorCode.TENANT_NOT_FOUND, "there is no tenant " + message.tenant() + " for a message"));
        }
        Optional<KeyRepository.Use> before = find(message);
        if (before.isEmpty()) {
            write(message);
        }
        // After a crash in between, the channel gives the message again, and what is missing here is made up for.
        KeyRepository.Use use = find(message)
                .orElseThrow(() ->
                        new NotFoundException(ErrorCode.TICKET_NOT_FOUND, "what was written for a message is gone"));
        rows.cameIn(message.tenant(), channel, use, message.externalId(), requester(message, use));
        return before.isEmpty() ? InboundOutcome.TAKEN : InboundOutcome.KNOWN;
    }

    private Optional<KeyRepository.Use> find(InboundMessage message) {
        return rows.find(message.tenant(), channel, message.externalId());
    }

    /** The address, if the sender is the one whom replies on the ticket are for. */
    private Optional<Address> requester(InboundMessage message, KeyRepository.Use use) {
        return reader.read(message.tenant(), unit -> {
            Person person = Sender.of(channel, message, unit.users());
            return unit.users()
                    .findBySubject(person.subject())
                    .filter(user -> unit.tickets()
                            .find(new TicketId(use.subject()))
                            .filter(ticket -> ticket.requester().equals(user.id()))
                            .isPresent())
                    .map(user -> message.from());
        });
    }

    private void write(InboundMessage message) {
        Optional<TicketId> answered = rows.ticket(message.tenant(), channel, message.references());
        boolean bounce = message.traits().contains(Trait.BOUNCE);
        if (bounce && answered.isEmpty()) {
            throw new NotFoundException(
                    ErrorCode.TICKET_NOT_FOUND, "word that a delivery failed names no message of this desk");
        }
        if (answered.isPresent() && (bounce || message.traits().contains(Trait.AUTOMATIC))) {
            String said = bounce ? phrases.say("said.channel.bounced", Map.of("channel", channel)) + "\n\n" : "";
            Desk desk = desk(message, new Actor.Engine(Channels.consumer(channel)));
            write(desk, message, (text, files) -> {
                AddNote note =
                        AddNote.to(answered.get(), Texts.body(said + text)).withKey(key(message));
                for (AttachmentId file : files) {
                    note = note.withAttachment(file);
                }
                desk.conversations().note(note);
            });
            return;
        }
        Person person = reader.read(message.tenant(), unit -> Sender.of(channel, message, unit.users()));
        Desk desk = desk(message, new Actor.Subject(person));
        if (answered.isPresent() && desk.tickets().find(answered.get()).isPresent()) {
            write(desk, message, (text, files) -> {
                Reply reply = Reply.to(answered.get(), Texts.body(text)).withKey(key(message));
                for (AttachmentId file : files) {
                    reply = reply.withAttachment(file);
                }
                desk.conversations().reply(reply);
            });
            return;
        }
        User sender = desk.people().me().orElseThrow();
        String subject = Stream.of(
                        message.content().subject(), message.content().text())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        write(desk, message, (text, files) -> {
            CreateTicket create = CreateTicket.of(Texts.line(subject, Texts.LONGEST_LINE), sender.id())
                    .withDescription(Texts.body(text))
                    .withKey(key(message));
            for (AttachmentId file : files) {
                create = create.withAttachment(file);
            }
            desk.tickets().create(create);
        });
    }

    /** With all files that the desk takes, or without any where they are too much for the ticket. */
    private void write(Desk desk, InboundMessage message, BiConsumer<String, List<AttachmentId>> command) {
        Files.Taken files = Files.take(desk, message);
        try {
            command.accept(text(message, files.left()), files.kept());
        } catch (LimitException e) {
            if (files.kept().isEmpty()) {
                throw e;
            }
            command.accept(text(message, Files.leave(message).left()), List.of());
        }
    }

    private IdempotencyKey key(InboundMessage message) {
        return MessageRows.key(channel, message.externalId());
    }

    private Desk desk(InboundMessage message, Actor actor) {
        return desks.desk(Caller.of(message.tenant(), actor).via(new Channel(channel)));
    }

    /** The words, and which files are missing. */
    private String text(InboundMessage message, List<String> left) {
        String text = message.content().text();
        return left.isEmpty()
                ? text
                : text + "\n\n" + phrases.say("said.channel.files_left", Map.of("files", names(left)));
    }

    private static String names(List<String> files) {
        return files.stream().map(name -> Texts.line(name, Texts.LONGEST_LINE)).collect(Collectors.joining(", "));
    }
}

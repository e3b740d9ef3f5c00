package io.tikit.core.channel;

import io.tikit.api.Actor;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.message.Phrases;
import io.tikit.core.outbox.RecentCommits;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Recorded;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.MessageFile;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends public replies out through one channel, to requesters who wrote through it. A delivery that fails is work that
 * fails: it is tried again under the same key, and at last laid dead.
 */
final class ChannelDelivery implements WorkConsumer {
    private final Contributed<Channel> channel;
    private final MessageRows rows;
    private final RecentCommits recent;
    private final Reader reader;
    private final PluginHealth health;
    private final Phrases phrases;

    ChannelDelivery(
            Contributed<Channel> channel,
            MessageRows rows,
            RecentCommits recent,
            Reader reader,
            PluginHealth health,
            Phrases phrases) {
        this.channel = channel;
        this.rows = rows;
        this.recent = recent;
        this.reader = reader;
        this.health = health;
        this.phrases = phrases;
    }

    @Override
    public String name() {
        return Channels.consumer(channel.name());
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.TICKET_REPLIED);
    }

    @Override
    public void handle(Work work) {
        Event event = work.event();
        TicketId id = event.ticket().orElseThrow();
        Optional<Address> to = rows.requester(event.tenant(), channel.name(), id);
        Optional<Ticket> ticket =
                to.isEmpty() ? Optional.empty() : work.desk().tickets().find(id);
        if (ticket.isEmpty() || event.actor().equals(new Actor.User(ticket.get().requester()))) {
            return;
        }
        Entry entry = entry(event, id);
        Receipt receipt = health.watch(
                channel.plugin(),
                "channel " + channel.name(),
                () -> channel.part()
                        .deliver(new OutboundMessage(
                                event.tenant(),
                                work.key(),
                                id,
                                List.of(to.get()),
                                content(work, ticket.get(), entry),
                                rows.references(
                                        event.tenant(),
                                        channel.name(),
                                        id,
                                        entry.id().value()))));
        if (receipt instanceof Receipt.Accepted accepted) {
            rows.wentOut(event.tenant(), channel.name(), id.value(), entry.id().value(), accepted.externalId());
        } else if (receipt instanceof Receipt.Rejected rejected) {
            work.desk()
                    .conversations()
                    .note(AddNote.to(
                            id,
                            phrases.say(
                                    "said.channel.rejected",
                                    Map.of(
                                            "channel",
                                            channel.name(),
                                            "reason",
                                            rejected.reason().name()))));
        }
    }

    private Entry entry(Event event, TicketId ticket) {
        Optional<Entry> here = recent.find(event.tenant(), event.id()).flatMap(Recorded::entry);
        return here.orElseGet(() -> reader.read(
                event.tenant(),
                unit -> unit.entries()
                        .findAll(Set.of(new EntryRef(ticket, event.entry().orElseThrow())))
                        .get(0)));
    }

    /** What the channel cannot carry is named, so that people know to look at the desk. */
    private MessageContent content(Work work, Ticket ticket, Entry entry) {
        ChannelLimits limits = channel.part().limits();
        List<MessageFile> files = Files.of(work.desk(), entry);
        boolean fit = files.isEmpty()
                || (channel.part().capabilities().contains(ChannelCapability.FILES)
                        && files.stream().mapToLong(MessageFile::size).sum() <= limits.fileBytes());
        String left = fit
                ? ""
                : "\n\n"
                        + phrases.say(
                                "said.channel.files_here",
                                Map.of(
                                        "files",
                                        files.stream().map(MessageFile::name).collect(Collectors.joining(", "))));
        String words = Texts.cut(entry.body(), Math.max(2, limits.characters() - left.length()));
        return MessageContent.of(
                        ticket.subject() + " [" + ticket.number() + "]", Texts.cut(words + left, limits.characters()))
                .withFiles(fit ? files : List.of());
    }
}

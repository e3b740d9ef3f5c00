package io.tikit.core.channel;

import io.tikit.core.message.Phrases;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.outbox.RecentCommits;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;

/** The channels of this engine. */
@Singleton
public final class Channels implements ConsumerSource {
    private final List<Contributed<Channel>> channels;
    private final Provider<SenderDesks> desks;
    private final MessageRows rows;
    private final Provider<RecentCommits> recent;
    private final Reader reader;
    private final Storage storage;
    private final PluginHealth health;
    private final Phrases phrases;

    @Inject
    Channels(
            List<Contributed<Channel>> channels,
            Provider<SenderDesks> desks,
            MessageRows rows,
            Provider<RecentCommits> recent,
            Reader reader,
            Storage storage,
            PluginHealth health,
            Phrases phrases) {
        this.channels = channels;
        this.desks = desks;
        this.rows = rows;
        this.recent = recent;
        this.reader = reader;
        this.storage = storage;
        this.health = health;
        this.phrases = phrases;
    }

    /** Under which name deliveries through a channel wait. */
    public static String consumer(String channel) {
        return "channel." + channel;
    }

    @Override
    public List<WorkConsumer> consumers() {
        return channels.stream()
                .filter(one -> one.part().capabilities().contains(ChannelCapability.OUTBOUND))
                .<WorkConsumer>map(one -> new ChannelDelivery(one, rows, recent.get(), reader, health, phrases))
                .toList();
    }

    /** What a channel is opened with. */
    public ChannelInbox inbox(Contributed<Channel> channel) {
        return new Inbox(channel.name(), desks.get(), rows, reader, storage, phrases);
    }
}

package io.tikit.tck.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.MessageFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An inbox that keeps what it takes, as an engine would: each external id once. It can be told to be unavailable, or to
 * refuse some messages. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class RecordingInbox implements ChannelInbox {
    private final List<InboundMessage> taken = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int calls;
    private int failures;
    private Predicate<InboundMessage> refused = message -> false;

    /** Makes an inbox that takes everything. */
    public RecordingInbox() {}

    @Override
    public synchronized InboundOutcome accept(InboundMessage message) {
        calls++;
        if (failures > 0) {
            failures--;
            throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, "the test wants it so", null);
        }
        if (refused.test(message)) {
            return InboundOutcome.REFUSED;
        }
        if (!known.add(message.tenant() + " " + message.externalId())) {
            return InboundOutcome.KNOWN;
        }
        taken.add(copied(message));
        return InboundOutcome.TAKEN;
    }

    /**
     * Makes the next calls fail as if storage were away.
     *
     * @param count how many calls
     */
    public synchronized void failNext(int count) {
        failures = count;
    }

    /**
     * Makes some messages be refused for good.
     *
     * @param which the messages
     */
    public synchronized void refuse(Predicate<InboundMessage> which) {
        refused = which;
    }

    /**
     * What was taken, each message once, with its files in memory.
     *
     * @return a copy of the list
     */
    public synchronized List<InboundMessage> taken() {
        return List.copyOf(taken);
    }

    /**
     * How often the inbox was called, failures included.
     *
     * @return the count
     */
    public synchronized int calls() {
        return calls;
    }

    /** Files are good during the call only. */
    private static InboundMessage copied(InboundMessage message) {
        List<MessageFile> files = new ArrayList<>();
        for (MessageFile file : message.content().files()) {
            byte[] bytes = Messages.read(file);
            files.add(new MessageFile(
                    file.name(), file.mediaType(), bytes.length, () -> new ByteArrayInputStream(bytes)));
        }
        MessageContent content = message.content().withFiles(files);
        return new InboundMessage(
                message.tenant(),
                message.externalId(),
                message.from(),
                content,
                message.references(),
                message.received(),
                message.traits());
    }
}

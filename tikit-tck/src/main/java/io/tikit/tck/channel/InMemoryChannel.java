package io.tikit.tck.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.MessageFile;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Receipt;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel to an {@link InMemoryOutside}, for tests of an engine or of a host. A message that is sent there comes in
 * on the thread that sends it, or with the next opening or {@link InMemoryOutside#retry retry} when the inbox did not
 * take it. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InMemoryChannel implements Channel {
    private final InMemoryOutside outside;
    private final Set<ChannelCapability> capabilities;
    private final ChannelLimits limits;
    private @Nullable ChannelInbox inbox;

    /**
     * A channel with all capabilities and without limits.
     *
     * @param outside its other side
     */
    public InMemoryChannel(InMemoryOutside outside) {
        this(outside, EnumSet.allOf(ChannelCapability.class), ChannelLimits.NONE);
    }

    /**
     * A channel.
     *
     * @param outside its other side
     * @param capabilities what it can do
     * @param limits how much a message may hold
     */
    public InMemoryChannel(InMemoryOutside outside, Set<ChannelCapability> capabilities, ChannelLimits limits) {
        this.outside = Objects.requireNonNull(outside, "outside");
        this.capabilities = Set.copyOf(capabilities);
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    @Override
    public Set<ChannelCapability> capabilities() {
        return capabilities;
    }

    @Override
    public ChannelLimits limits() {
        return limits;
    }

    @Override
    public void open(ChannelInbox taking) {
        synchronized (this) {
            inbox = taking;
        }
        if (capabilities.contains(ChannelCapability.INBOUND)) {
            outside.attach(this);
        }
    }

    @Override
    public Receipt deliver(OutboundMessage message) {
        if (!capabilities.contains(ChannelCapability.OUTBOUND)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this channel delivers nothing", null);
        }
        MessageContent content = message.content();
        if (!content.files().isEmpty() && !capabilities.contains(ChannelCapability.FILES)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this channel carries no files", null);
        }
        synchronized (this) {
            if (inbox == null) {
                throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the channel is not open", null);
            }
        }
        long bytes = content.files().stream().mapToLong(MessageFile::size).sum();
        if (content.text().length() > limits.characters() || bytes > limits.fileBytes()) {
            return Receipt.rejected(Receipt.Reason.SIZE, "more than this channel carries");
        }
        return outside.take(message);
    }

    @Override
    public void close() {
        outside.detach(this);
        synchronized (this) {
            inbox = null;
        }
    }

    /** Gives a message to the engine; tells whether its end is certain. */
    boolean bring(InboundMessage message) {
        ChannelInbox to;
        synchronized (this) {
            to = inbox;
        }
        if (to == null) {
            return false;
        }
        List<String> references = capabilities.contains(ChannelCapability.THREADING) ? message.references() : List.of();
        MessageContent content = capabilities.contains(ChannelCapability.FILES)
                ? message.content()
                : message.content().withFiles(List.of());
        try {
            to.accept(new InboundMessage(
                    message.tenant(),
                    message.externalId(),
                    message.from(),
                    content,
                    references,
                    message.received(),
                    message.traits()));
            return true;
        } catch (TikitException e) {
            return false;
        }
    }
}

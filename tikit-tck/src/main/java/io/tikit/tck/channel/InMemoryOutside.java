package io.tikit.tck.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The other side of {@link InMemoryChannel channels} of several nodes: keeps what arrives and sends what the test wants.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InMemoryOutside {
    private final Map<String, ChannelFixture.Arrived> arrived = new LinkedHashMap<>();
    private final List<InboundMessage> waiting = new ArrayList<>();
    private final List<InMemoryChannel> channels = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();
    private boolean broken;

    /** Makes an empty other side that can be reached. */
    public InMemoryOutside() {}

    /**
     * What has arrived, each message once.
     *
     * @return a copy of the list
     */
    public synchronized List<ChannelFixture.Arrived> arrived() {
        return List.copyOf(arrived.values());
    }

    /**
     * Sends a message to the desk: at once if a channel is open and the inbox takes it, else later.
     *
     * @param message what is sent
     */
    public void send(InboundMessage message) {
        synchronized (this) {
            waiting.add(message);
        }
        retry();
    }

    /** Gives again what was not taken, up to ten times. */
    public void retry() {
        for (int i = 0; i < 10 && !isEmpty(); i++) {
            bring();
        }
    }

    /**
     * Cuts it off, or reconnects it. What was sent meanwhile comes in with the reconnection.
     *
     * @param now whether it cannot be reached from now on
     */
    public void breakOff(boolean now) {
        synchronized (this) {
            broken = now;
        }
        retry();
    }

    /**
     * Makes an address unknown, so that deliveries to it are rejected.
     *
     * @param address which one
     */
    public synchronized void forget(Address address) {
        unknown.add(address.value());
    }

    void attach(InMemoryChannel channel) {
        synchronized (this) {
            channels.add(channel);
        }
        retry();
    }

    synchronized void detach(InMemoryChannel channel) {
        channels.remove(channel);
    }

    synchronized Receipt take(OutboundMessage message) {
        if (broken) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the other side cannot be reached", null);
        }
        if (message.to().stream().anyMatch(address -> unknown.contains(address.value()))) {
            return Receipt.rejected(Receipt.Reason.ADDRESS, "there is no such address");
        }
        String key = message.tenant() + " " + message.key();
        String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@memory.example";
        arrived.putIfAbsent(id, new ChannelFixture.Arrived(id, message.to(), message.content(), message.references()));
        return Receipt.accepted(id);
    }

    private synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void bring() {
        List<InboundMessage> messages;
        InMemoryChannel channel;
        synchronized (this) {
            if (broken || channels.isEmpty()) {
                return;
            }
            messages = List.copyOf(waiting);
            channel = channels.get(messages.size() % channels.size());
        }
        List<InboundMessage> done = messages.stream().filter(channel::bring).toList();
        synchronized (this) {
            waiting.removeAll(done);
        }
    }
}

package io.tikit.tck.channel;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.delivery.Address;
import io.tikit.tck.Await;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the author of a channel gives to the contract: the channel, and the other side of it, usually a server of the test
 * itself. Each test has a fixture of its own, on an other side that is empty at first.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ChannelFixture {
    /**
     * Another channel to the same other side, not yet open: a second node while the first one is open, or the next start
     * after its close. Closed by the contract.
     *
     * @return the channel
     */
    Channel channel();

    /**
     * What has arrived at the other side.
     *
     * @return the messages; one that arrived again under the same id may be there again
     */
    List<Arrived> arrived();

    /**
     * Somebody at the other side who writes to the desk. The channel is to bring each message in under the same external
     * id, again and again until the inbox has taken it; where the other side is the one who tries again, the fixture
     * does so. With capability INBOUND.
     *
     * @return takes a message to be sent; empty for a channel that brings nothing in
     */
    default Optional<Consumer<InboundMessage>> writer() {
        return Optional.empty();
    }

    /**
     * Cuts the other side off, or reconnects it.
     *
     * @param broken whether it cannot be reached from now on
     */
    void breakOutside(boolean broken);

    /**
     * Somebody whom the channel can reach.
     *
     * @return the address
     */
    default Address reachable() {
        return Address.of("emily@outside.example");
    }

    /**
     * An address that the other side says does not exist.
     *
     * @return the address, or empty if the other side takes any
     */
    default Optional<Address> unknown() {
        return Optional.empty();
    }

    /**
     * How long the contract waits for a message to come in.
     *
     * @return half a minute, unless overridden
     */
    default Duration patience() {
        return Await.PATIENCE;
    }

    /**
     * Whose messages come in.
     *
     * @return the tenant that the channel is set up for
     */
    default TenantId tenant() {
        return TenantId.of("acme");
    }

    /**
     * A message that has arrived at the other side.
     *
     * @param externalId what the other side calls it, the same as in the receipt
     * @param to for whom
     * @param content what it says; a channel without subjects may have put the subject into the text
     * @param references ids of the messages that it answers
     */
    record Arrived(String externalId, List<Address> to, MessageContent content, List<String> references) {
        /** Copies the lists. */
        public Arrived {
            Objects.requireNonNull(externalId, "externalId");
            Objects.requireNonNull(content, "content");
            to = List.copyOf(to);
            references = List.copyOf(references);
        }
    }
}

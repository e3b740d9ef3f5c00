package io.tikit.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.ticket.TicketId;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.MessageFile;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Sample messages of the contract. */
final class Messages {
    private static final TicketId TICKET = new TicketId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");

    private Messages() {}

    static Channel opened(ChannelFixture fixture) {
        Channel channel = fixture.channel();
        channel.open(new RecordingInbox());
        return channel;
    }

    static OutboundMessage to(ChannelFixture fixture, String key) {
        return saying(fixture, key, MessageContent.of("VPN drops", "Could you send the log?"));
    }

    static OutboundMessage saying(ChannelFixture fixture, String key, MessageContent content) {
        return new OutboundMessage(
                fixture.tenant(), "tck/" + key, TICKET, List.of(fixture.reachable()), content, List.of());
    }

    static InboundMessage from(ChannelFixture fixture, String id, MessageContent content, List<String> references) {
        Address sender = fixture.reachable();
        return new InboundMessage(
                fixture.tenant(), id + "@outside.example", sender, content, references, RECEIVED, Set.of());
    }

    static InboundMessage from(ChannelFixture fixture, String id) {
        return from(fixture, id, MessageContent.of("VPN drops", "Since Monday, " + id), List.of());
    }

    static String accepted(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return ((Receipt.Accepted) receipt).externalId();
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    static MessageFile file(String name, byte[] bytes) {
        return new MessageFile(name, "application/octet-stream", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static void sameFiles(MessageContent actual, MessageContent expected) {
        assertThat(actual.files())
                .extracting(MessageFile::name)
                .containsExactlyElementsOf(
                        expected.files().stream().map(MessageFile::name).toList());
        for (int i = 0; i < expected.files().size(); i++) {
            assertThat(read(actual.files().get(i)))
                    .isEqualTo(read(expected.files().get(i)));
        }
    }

    static byte[] read(MessageFile file) {
        try (InputStream in = file.content().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.tikit.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.tck.Expect;
import io.tikit.tck.Together;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Messages that go out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface OutboundContract extends ChannelFixture {
    /** What a channel can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAndLimitsAreSteady() {
        try (Channel channel = channel()) {
            Set<ChannelCapability> capabilities = channel.capabilities();
            ChannelLimits limits = channel.limits();
            channel.open(new RecordingInbox());
            assertThat(channel.capabilities()).isEqualTo(capabilities);
            assertThat(channel.limits()).isEqualTo(limits);
        }
    }

    /** A channel that delivers nothing says so when it is asked to. */
    @Test
    default void deliveryIsRefusedUnlessDeclared() {
        try (Channel channel = Messages.opened(this)) {
            Expect.undeclared(channel.capabilities(), ChannelCapability.OUTBOUND);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> channel.deliver(Messages.to(this, "refused")));
            assertThat(arrived()).isEmpty();
        }
    }

    /** A message arrives, for whom it is meant, with each of its characters. */
    @Test
    default void messageArrives() {
        try (Channel channel = delivering()) {
            String text =
                    "Line one\nZwei: \u00e4\u00df, \u0130\u0131, \u0645\u0631\u062d\u0628\u0627, \ud83d\ude00\n\n> quoted";
            OutboundMessage message = Messages.saying(this, "arrives", MessageContent.of("VPN & <b>mehr</b>", text));
            String id = Messages.accepted(channel.deliver(message));
            assertThat(arrived()).hasSize(1);
            Arrived arrived = arrived().get(0);
            assertThat(arrived.externalId()).isEqualTo(id);
            assertThat(arrived.to())
                    .extracting(Address::value)
                    .containsExactly(reachable().value());
            assertThat(arrived.content().text()).contains(text);
            assertThat(arrived.content().subject() + arrived.content().text()).contains("VPN & <b>mehr</b>");
        }
    }

    /** Under one key a message has one id, whoever delivers it and when; other keys have other ids. */
    @Test
    default void keyDecidesTheExternalId() {
        OutboundMessage message;
        String id;
        try (Channel channel = delivering();
                Channel node = Messages.opened(this)) {
            message = Messages.to(this, "one");
            id = Messages.accepted(channel.deliver(message));
            assertThat(Messages.accepted(channel.deliver(message))).as("again").isEqualTo(id);
            assertThat(Messages.accepted(node.deliver(message)))
                    .as("second node")
                    .isEqualTo(id);
            assertThat(Messages.accepted(channel.deliver(Messages.to(this, "two"))))
                    .isNotEqualTo(id);
        }
        try (Channel next = Messages.opened(this)) {
            assertThat(Messages.accepted(next.deliver(message)))
                    .as("after a restart")
                    .isEqualTo(id);
        }
        assertThat(new HashSet<>(arrived().stream().map(Arrived::externalId).toList()))
                .hasSize(2);
    }

    /** When the other side cannot be reached, the delivery fails for the moment, tells nothing, and goes well later. */
    @Test
    default void unreachableOtherSideIsTemporary() {
        try (Channel channel = delivering()) {
            OutboundMessage message =
                    Messages.saying(this, "later", MessageContent.of("Secret-subject", "Secret-text"));
            breakOutside(true);
            Expect.discreetFailure(
                    ErrorCode.PART_UNAVAILABLE,
                    List.of("Secret-subject", "Secret-text", reachable().value()),
                    () -> channel.deliver(message));
            breakOutside(false);
            String id = Messages.accepted(channel.deliver(message));
            assertThat(arrived()).extracting(Arrived::externalId).contains(id);
        }
    }

    /** The opening does not fail when the other side cannot be reached; the channel connects later. */
    @Test
    default void opensWhileTheOtherSideIsAway() {
        try (Channel channel = channel()) {
            Expect.declared(channel.capabilities(), ChannelCapability.OUTBOUND);
            breakOutside(true);
            channel.open(new RecordingInbox());
            Expect.failure(ErrorCode.PART_UNAVAILABLE, () -> channel.deliver(Messages.to(this, "away")));
            breakOutside(false);
            Messages.accepted(channel.deliver(Messages.to(this, "away")));
        }
    }

    /** An address that does not exist is an answer, not a failure, so that nobody tries again for ever. */
    @Test
    default void unknownAddressIsRejectedForGood() {
        try (Channel channel = delivering()) {
            Assumptions.assumeTrue(unknown().isPresent(), "the other side takes any address");
            Address unknown = unknown().orElseThrow();
            OutboundMessage known = Messages.to(this, "unknown");
            Receipt receipt = channel.deliver(new OutboundMessage(
                    known.tenant(), known.key(), known.ticket(), List.of(unknown), known.content(), List.of()));
            assertThat(receipt).isInstanceOf(Receipt.Rejected.class);
            Receipt.Rejected rejected = (Receipt.Rejected) receipt;
            assertThat(rejected.reason()).isEqualTo(Receipt.Reason.ADDRESS);
            assertThat(rejected.detail()).doesNotContain(unknown.value());
            assertThat(arrived()).isEmpty();
        }
    }

    /** As much as the limit allows arrives, and more is rejected for good. */
    @Test
    default void limitOfTextIsKept() {
        try (Channel channel = delivering()) {
            int most = channel.limits().characters();
            Assumptions.assumeTrue(most < 1_000_000, "the channel has no limit of text worth testing");
            String fits = "x".repeat(most);
            Messages.accepted(channel.deliver(Messages.saying(this, "fits", MessageContent.of("", fits))));
            assertThat(arrived()).hasSize(1);
            assertThat(arrived().get(0).content().text()).contains(fits);
            Receipt receipt = channel.deliver(Messages.saying(this, "too-much", MessageContent.of("", fits + "x")));
            assertThat(receipt).isInstanceOf(Receipt.Rejected.class);
            assertThat(((Receipt.Rejected) receipt).reason()).isEqualTo(Receipt.Reason.SIZE);
            assertThat(arrived()).hasSize(1);
        }
    }

    /** Files arrive with their names and bytes. */
    @Test
    default void filesArrive() {
        try (Channel channel = delivering()) {
            Expect.declared(channel.capabilities(), ChannelCapability.FILES);
            byte[] bytes = Messages.bytes(70_000);
            MessageContent content = MessageContent.of("Files", "See below")
                    .withFiles(
                            List.of(Messages.file("log \u00e4.txt", bytes), Messages.file("empty.bin", new byte[0])));
            Messages.accepted(channel.deliver(Messages.saying(this, "files", content)));
            Messages.sameFiles(arrived().get(0).content(), content);
        }
    }

    /** A channel that carries no files refuses a message with some, rather than to lose them. */
    @Test
    default void filesAreRefusedUnlessDeclared() {
        try (Channel channel = delivering()) {
            Expect.undeclared(channel.capabilities(), ChannelCapability.FILES);
            MessageContent content = MessageContent.of("Files", "See below")
                    .withFiles(List.of(Messages.file("log.txt", Messages.bytes(10))));
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> channel.deliver(Messages.saying(this, "files", content)));
            assertThat(arrived()).isEmpty();
        }
    }

    /** An answer names what it answers. */
    @Test
    default void answerKeepsItsThread() {
        try (Channel channel = delivering()) {
            Expect.declared(channel.capabilities(), ChannelCapability.THREADING);
            String first = Messages.accepted(channel.deliver(Messages.to(this, "first")));
            OutboundMessage second = Messages.to(this, "second");
            String id = Messages.accepted(channel.deliver(new OutboundMessage(
                    second.tenant(),
                    second.key(),
                    second.ticket(),
                    second.to(),
                    second.content(),
                    List.of(first, "earlier@outside.example"))));
            Arrived answer = arrived().stream()
                    .filter(arrived -> arrived.externalId().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.references()).startsWith(first);
        }
    }

    /** Several threads deliver at once, and each message arrives. */
    @Test
    default void deliveriesDoNotDisturbEachOther() {
        try (Channel channel = delivering()) {
            List<Callable<String>> tasks = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(
                            i -> () -> Messages.accepted(channel.deliver(Messages.to(this, "task-" + i))))
                    .toList();
            List<String> ids = Together.all(tasks);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(arrived()).extracting(Arrived::externalId).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    /** A closed channel delivers nothing and says so. */
    @Test
    default void closedChannelDeliversNothing() {
        Channel channel = delivering();
        channel.close();
        channel.close();
        Expect.failure(ErrorCode.PART_UNAVAILABLE, () -> channel.deliver(Messages.to(this, "closed")));
        assertThat(arrived()).isEmpty();
    }

    private Channel delivering() {
        Channel channel = channel();
        Expect.declared(channel.capabilities(), ChannelCapability.OUTBOUND);
        channel.open(new RecordingInbox());
        return channel;
    }
}

package io.tikit.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.tck.Await;
import io.tikit.tck.Expect;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Messages that come in.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface InboundContract extends ChannelFixture {
    /** A channel that brings nothing in leaves the inbox alone. */
    @Test
    default void inboxIsLeftAloneUnlessDeclared() {
        RecordingInbox inbox = new RecordingInbox();
        try (Channel channel = channel()) {
            Expect.undeclared(channel.capabilities(), ChannelCapability.INBOUND);
            channel.open(inbox);
            if (channel.capabilities().contains(ChannelCapability.OUTBOUND)) {
                channel.deliver(Messages.to(this, "alone"));
            }
        }
        assertThat(inbox.calls()).isZero();
    }

    /** A message comes in as it was sent. */
    @Test
    default void messageComesIn() {
        RecordingInbox inbox = new RecordingInbox();
        try (Channel channel = receiving(inbox)) {
            String text = "Zeile \u00e4\u00df \u0130\u0131 \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00\nline two";
            InboundMessage sent = Messages.from(this, "in", MessageContent.of("VPN drops", text), List.of());
            send(sent);
            InboundMessage taken = first(inbox);
            assertThat(taken.tenant()).isEqualTo(sent.tenant());
            assertThat(taken.externalId()).isEqualTo(sent.externalId());
            assertThat(taken.from().value()).isEqualTo(sent.from().value());
            assertThat(taken.content().text()).contains(text);
            assertThat(taken.references()).isEmpty();
            assertThat(channel.capabilities()).contains(ChannelCapability.INBOUND);
        }
    }

    /** What the engine cannot take now is given again until it is taken. */
    @Test
    default void messageIsGivenUntilItIsTaken() {
        RecordingInbox inbox = new RecordingInbox();
        inbox.failNext(2);
        try (Channel channel = receiving(inbox)) {
            send(Messages.from(this, "stubborn"));
            assertThat(first(inbox).externalId()).startsWith("stubborn");
            assertThat(inbox.calls()).isGreaterThanOrEqualTo(3);
            assertThat(channel.capabilities()).contains(ChannelCapability.INBOUND);
        }
    }

    /** What was not taken before a restart comes in after it. */
    @Test
    default void nothingIsLostOverARestart() {
        RecordingInbox failing = new RecordingInbox();
        failing.failNext(Integer.MAX_VALUE);
        try (Channel channel = receiving(failing)) {
            send(Messages.from(this, "patient"));
            await("the message is tried", () -> failing.calls() > 0);
            assertThat(channel.capabilities()).contains(ChannelCapability.INBOUND);
        }
        RecordingInbox inbox = new RecordingInbox();
        try (Channel channel = receiving(inbox)) {
            assertThat(first(inbox).externalId()).startsWith("patient");
            assertThat(channel.capabilities()).contains(ChannelCapability.INBOUND);
        }
    }

    /** A message that the desk refuses holds up none of the others. */
    @Test
    default void refusedMessageHoldsUpNothing() {
        RecordingInbox inbox = new RecordingInbox();
        inbox.refuse(message -> message.externalId().startsWith("poison"));
        try (Channel channel = receiving(inbox)) {
            send(Messages.from(this, "poison"));
            await("the message is tried", () -> inbox.calls() > 0);
            send(Messages.from(this, "sound"));
            assertThat(first(inbox).externalId()).startsWith("sound");
            int calls = inbox.calls();
            assertThat(Await.within(Duration.ofMillis(100), () -> inbox.calls() > calls))
                    .as("what was refused comes again")
                    .isFalse();
            assertThat(channel.capabilities()).contains(ChannelCapability.INBOUND);
        }
    }

    /** Two nodes on one other side bring in each message once or more, and nothing else. */
    @Test
    default void nodesShareTheWork() {
        RecordingInbox inbox = new RecordingInbox();
        try (Channel one = receiving(inbox);
                Channel two = receiving(inbox)) {
            assertThat(one).isNotSameAs(two);
            for (int i = 0; i < 5; i++) {
                send(Messages.from(this, "shared-" + i));
            }
            await("all are in", () -> inbox.taken().size() >= 5);
            assertThat(inbox.taken())
                    .extracting(InboundMessage::externalId)
                    .containsExactlyInAnyOrder(
                            "shared-0@outside.example",
                            "shared-1@outside.example",
                            "shared-2@outside.example",
                            "shared-3@outside.example",
                            "shared-4@outside.example");
        }
    }

    /** An answer names the message that it answers, also one that the channel delivered. */
    @Test
    default void answerNamesWhatItAnswers() {
        RecordingInbox inbox = new RecordingInbox();
        try (Channel channel = receiving(inbox)) {
            Expect.declared(channel.capabilities(), ChannelCapability.THREADING);
            String asked = channel.capabilities().contains(ChannelCapability.OUTBOUND)
                    ? Messages.accepted(channel.deliver(Messages.to(this, "question")))
                    : "question@outside.example";
            send(Messages.from(this, "answer", MessageContent.of("Re: VPN drops", "Here it is"), List.of(asked)));
            assertThat(first(inbox).references()).startsWith(asked);
        }
    }

    /** A channel that does not know threads does not guess them. */
    @Test
    default void answerNamesNothingUnlessDeclared() {
        RecordingInbox inbox = new RecordingInbox();
        try (Channel channel = receiving(inbox)) {
            Expect.undeclared(channel.capabilities(), ChannelCapability.THREADING);
            send(Messages.from(this, "answer", MessageContent.of("Re: VPN", "Here"), List.of("question@outside")));
            assertThat(first(inbox).references()).isEmpty();
        }
    }

    /** Files come in with their names and bytes; without the capability none come. */
    @Test
    default void filesComeIn() {
        RecordingInbox inbox = new RecordingInbox();
        try (Channel channel = receiving(inbox)) {
            MessageContent content = MessageContent.of("Log", "See file")
                    .withFiles(List.of(Messages.file("log \u00e4.txt", Messages.bytes(70_000))));
            send(Messages.from(this, "files", content, List.of()));
            InboundMessage taken = first(inbox);
            if (channel.capabilities().contains(ChannelCapability.FILES)) {
                Messages.sameFiles(taken.content(), content);
            } else {
                assertThat(taken.content().files()).isEmpty();
            }
        }
    }

    /** After the close nothing comes in. */
    @Test
    default void closedChannelBringsNothingIn() {
        RecordingInbox inbox = new RecordingInbox();
        Channel channel = receiving(inbox);
        channel.close();
        channel.close();
        send(Messages.from(this, "late"));
        assertThat(Await.within(Duration.ofMillis(100), () -> inbox.calls() > 0))
                .as("the inbox of a closed channel is called")
                .isFalse();
    }

    private Channel receiving(RecordingInbox inbox) {
        Channel channel = channel();
        Expect.declared(channel.capabilities(), ChannelCapability.INBOUND);
        channel.open(inbox);
        return channel;
    }

    private InboundMessage first(RecordingInbox inbox) {
        await("a message is taken", () -> !inbox.taken().isEmpty());
        return inbox.taken().get(0);
    }

    private void await(String what, BooleanSupplier condition) {
        assertThat(Await.within(patience(), condition)).as(what).isTrue();
    }

    private void send(InboundMessage message) {
        writer().orElseThrow(() -> new AssertionError(
                        "a channel with capability INBOUND needs somebody who writes: give the contract a writer()"))
                .accept(message);
    }
}

package io.tikit.tck.channel;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.tck.Faults;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class ChannelContractCatchesFaultsTest {
    static class Able extends InMemoryChannelTest.InMemory {
        Able() {
            super(EnumSet.allOf(ChannelCapability.class), new ChannelLimits(2_000, 1_000_000));
        }

        @Override
        public Channel channel() {
            return Planted.into(Channel.class, super.channel());
        }
    }

    static class Bare extends InMemoryChannelTest.InMemory {
        Bare() {
            super(EnumSet.of(ChannelCapability.OUTBOUND, ChannelCapability.INBOUND), ChannelLimits.NONE);
        }

        @Override
        public Channel channel() {
            return Planted.into(Channel.class, super.channel());
        }
    }

    static class Mute extends InMemoryChannelTest.InMemory {
        Mute() {
            super(EnumSet.of(ChannelCapability.INBOUND), ChannelLimits.NONE);
        }

        @Override
        public Channel channel() {
            return Planted.into(Channel.class, super.channel());
        }
    }

    static class Deaf extends InMemoryChannelTest.InMemory {
        Deaf() {
            super(EnumSet.of(ChannelCapability.OUTBOUND), ChannelLimits.NONE);
        }

        @Override
        public Channel channel() {
            return Planted.into(Channel.class, super.channel());
        }
    }

    @Test
    void soundChannelPasses() {
        Planted.passesWithout(Able.class, 18);
        Planted.passesWithout(Bare.class, 18);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Planted.isCaught(fault.plant, fault.subject, fault.caughtBy);
    }

    enum Fault {
        CHANGES_ITS_MIND(Able.class, "capabilitiesAndLimitsAreSteady", faults -> {
            AtomicInteger asked = new AtomicInteger();
            faults.lie(
                    "Channel.capabilities",
                    (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
        }),
        DELIVERS_UNDECLARED(Mute.class, "deliveryIsRefusedUnlessDeclared", sent((real, m) -> Receipt.accepted("x"))),
        SWALLOWS_MESSAGES(Able.class, "messageArrives", sent((real, m) -> Receipt.accepted("x"))),
        CUTS_TO_ASCII(
                Able.class,
                "messageArrives",
                changed(content -> new MessageContent(
                        content.subject(),
                        content.text().replaceAll("[^\\x00-\\x7f]", "?"),
                        content.html(),
                        content.files()))),
        UNESCAPES_TEXT(
                Able.class,
                "messageArrives",
                changed(content -> MessageContent.of(content.subject().replaceAll("<[^>]*>", ""), content.text()))),
        SENDS_TO_ANOTHER(
                Able.class,
                "messageArrives",
                sent((real, m) -> real.with(new OutboundMessage(
                        m.tenant(),
                        m.key(),
                        m.ticket(),
                        List.of(Address.of("somebody@else.example")),
                        m.content(),
                        m.references())))),
        MAKES_A_NEW_ID_EACH_TIME(Able.class, "keyDecidesTheExternalId", faults -> {
            AtomicInteger count = new AtomicInteger();
            sent((real, m) -> real.with(keyed(m, m.key() + count.incrementAndGet())))
                    .accept(faults);
        }),
        COUNTS_FROM_THE_START(Able.class, "keyDecidesTheExternalId", faults -> {
            UUID start = new UUID(System.nanoTime(), System.identityHashCode(faults));
            sent((real, m) -> real.with(keyed(m, m.key() + start))).accept(faults);
        }),
        USES_ONE_ID_FOR_ALL(
                Able.class, "keyDecidesTheExternalId", sent((real, m) -> real.with(keyed(m, "always the same")))),
        REJECTS_WHEN_OFFLINE(Able.class, "unreachableOtherSideIsTemporary", sent((real, m) -> {
            try {
                return real.with(m);
            } catch (UnavailableException e) {
                return Receipt.rejected(Receipt.Reason.POLICY, "offline");
            }
        })),
        TELLS_THE_ADDRESS(Able.class, "unreachableOtherSideIsTemporary", sent((real, m) -> {
            try {
                return real.with(m);
            } catch (UnavailableException e) {
                throw new UnavailableException(
                        ErrorCode.PART_UNAVAILABLE,
                        "cannot reach " + m.to().get(0).value(),
                        e);
            }
        })),
        FAILS_TO_OPEN_OFFLINE(
                Able.class,
                "opensWhileTheOtherSideIsAway",
                faults -> faults.failBefore(
                        "Channel.open", 1, () -> new UnavailableException(ErrorCode.PART_UNAVAILABLE, "off", null))),
        TRIES_FOR_EVER(Able.class, "unknownAddressIsRejectedForGood", sent((real, m) -> {
            Object receipt = real.with(m);
            if (receipt instanceof Receipt.Rejected) {
                throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "no such user", null);
            }
            return receipt;
        })),
        CUTS_LONG_TEXTS(
                Able.class,
                "limitOfTextIsKept",
                changed(content -> MessageContent.of(
                        content.subject(),
                        content.text()
                                .substring(0, Math.min(1_900, content.text().length()))))),
        LOSES_FILES(Able.class, "filesArrive", changed(content -> content.withFiles(List.of()))),
        LOSES_UNDECLARED_FILES(
                Bare.class, "filesAreRefusedUnlessDeclared", changed(content -> content.withFiles(List.of()))),
        FORGETS_THE_THREAD(
                Able.class,
                "answerKeepsItsThread",
                sent((real, m) -> real.with(
                        new OutboundMessage(m.tenant(), m.key(), m.ticket(), m.to(), m.content(), List.of())))),
        LOSES_SOME(
                Able.class,
                "deliveriesDoNotDisturbEachOther",
                sent((real, m) -> m.key().endsWith("5") ? Receipt.accepted("lost") : real.with(m))),
        DELIVERS_WHEN_CLOSED(
                Able.class, "closedChannelDeliversNothing", faults -> faults.lie("Channel.close", (r, g) -> null)),
        BRINGS_IN_UNDECLARED(
                Deaf.class, "inboxIsLeftAloneUnlessDeclared", opened((inbox, message) -> inbox.accept(message), true)),
        CHANGES_THE_ID(Able.class, "messageComesIn", opened((inbox, m) -> inbox.accept(named(m, "new-id")), false)),
        GIVES_UP(
                Able.class,
                "messageIsGivenUntilItIsTaken",
                opened(
                        (inbox, m) -> {
                            try {
                                return inbox.accept(m);
                            } catch (UnavailableException e) {
                                return ChannelInbox.InboundOutcome.REFUSED;
                            }
                        },
                        false)),
        FORGETS_AT_THE_RESTART(
                Able.class,
                "nothingIsLostOverARestart",
                opened(
                        (inbox, m) -> {
                            try {
                                return inbox.accept(m);
                            } catch (UnavailableException e) {
                                return ChannelInbox.InboundOutcome.KNOWN;
                            }
                        },
                        false)),
        STOPS_AT_POISON(
                Able.class,
                "refusedMessageHoldsUpNothing",
                opened(
                        (inbox, m) -> {
                            if (m.externalId().startsWith("sound")) {
                                throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "stuck", null);
                            }
                            return inbox.accept(m);
                        },
                        false)),
        INVENTS_MESSAGES(
                Able.class,
                "nodesShareTheWork",
                opened(
                        (inbox, m) -> {
                            inbox.accept(named(m, m.externalId() + "-copy"));
                            return inbox.accept(m);
                        },
                        false)),
        KNOWS_NO_THREADS(
                Able.class,
                "answerNamesWhatItAnswers",
                opened((inbox, m) -> inbox.accept(threaded(m, List.of())), false)),
        GUESSES_THREADS(
                Bare.class,
                "answerNamesNothingUnlessDeclared",
                opened((inbox, m) -> inbox.accept(threaded(m, List.of("guess"))), false)),
        BREAKS_FILES(
                Able.class,
                "filesComeIn",
                opened(
                        (inbox, m) -> inbox.accept(new InboundMessage(
                                m.tenant(),
                                m.externalId(),
                                m.from(),
                                m.content().withFiles(List.of(Messages.file("log \u00e4.txt", new byte[1]))),
                                m.references(),
                                m.received(),
                                m.traits())),
                        false)),
        COMES_IN_WHEN_CLOSED(
                Able.class, "closedChannelBringsNothingIn", faults -> faults.lie("Channel.close", (r, g) -> null));

        private final Class<?> subject;
        private final String caughtBy;
        private final Consumer<Faults> plant;

        Fault(Class<?> subject, String caughtBy, Consumer<Faults> plant) {
            this.subject = subject;
            this.caughtBy = caughtBy;
            this.plant = plant;
        }
    }

    private interface Sending {
        @Nullable
        Object answer(Faults.Real real, OutboundMessage message) throws Throwable;
    }

    private interface Bringing {
        ChannelInbox.InboundOutcome bring(ChannelInbox inbox, InboundMessage message);
    }

    private static Consumer<Faults> sent(Sending sending) {
        return faults -> faults.lie(
                "Channel.deliver",
                (real, given) -> sending.answer(real, (OutboundMessage) Objects.requireNonNull(given[0])));
    }

    private static Consumer<Faults> changed(UnaryOperator<MessageContent> change) {
        return sent((real, m) -> real.with(new OutboundMessage(
                m.tenant(), m.key(), m.ticket(), m.to(), change.apply(m.content()), m.references())));
    }

    private static Consumer<Faults> opened(Bringing bringing, boolean byItself) {
        return faults -> faults.lie("Channel.open", (real, given) -> {
            ChannelInbox inbox = (ChannelInbox) Objects.requireNonNull(given[0]);
            if (byItself) {
                bringing.bring(inbox, Messages.from(new Deaf(), "made up"));
            }
            ChannelInbox lying = message -> bringing.bring(inbox, message);
            return real.with(lying);
        });
    }

    private static OutboundMessage keyed(OutboundMessage m, String key) {
        return new OutboundMessage(m.tenant(), key, m.ticket(), m.to(), m.content(), m.references());
    }

    private static InboundMessage named(InboundMessage m, String id) {
        return new InboundMessage(m.tenant(), id, m.from(), m.content(), m.references(), m.received(), m.traits());
    }

    private static InboundMessage threaded(InboundMessage m, List<String> references) {
        return new InboundMessage(
                m.tenant(), m.externalId(), m.from(), m.content(), references, m.received(), m.traits());
    }
}

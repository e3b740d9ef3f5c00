package io.tikit.tck.channel;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Each planted fault makes the test fail that is there for it. */
class ChannelContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = InMemoryChannelTest.WithEverything.class;
    private static final Class<?> BARE = InMemoryChannelTest.WithTextAlone.class;
    private static final Class<?> MUTE = InMemoryChannelTest.InboundOnly.class;
    private static final Class<?> DEAF = InMemoryChannelTest.OutboundOnly.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("changes its mind", ABLE, "capabilitiesAndLimitsAreSteady", faults -> {
                    AtomicInteger asked = new AtomicInteger();
                    faults.lie(
                            "Channel.capabilities",
                            (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
                }),
                mutant(
                        "delivers undeclared",
                        MUTE,
                        "deliveryIsRefusedUnlessDeclared",
                        sent((real, m) -> Receipt.accepted("x"))),
                mutant("swallows messages", ABLE, "messageArrives", sent((real, m) -> Receipt.accepted("x"))),
                mutant(
                        "cuts to ascii",
                        ABLE,
                        "messageArrives",
                        changed(content -> new MessageContent(
                                content.subject(),
                                content.text().replaceAll("[^\\x00-\\x7f]", "?"),
                                content.html(),
                                content.files()))),
                mutant(
                        "unescapes text",
                        ABLE,
                        "messageArrives",
                        changed(content ->
                                MessageContent.of(content.subject().replaceAll("<[^>]*>", ""), content.text()))),
                mutant(
                        "sends to another",
                        ABLE,
                        "messageArrives",
                        sent((real, m) -> real.with(new OutboundMessage(
                                m.tenant(),
                                m.key(),
                                m.ticket(),
                                List.of(Address.of("somebody@else.example")),
                                m.content(),
                                m.references())))),
                mutant("makes a new id each time", ABLE, "keyDecidesTheExternalId", faults -> {
                    AtomicInteger count = new AtomicInteger();
                    sent((real, m) -> real.with(keyed(m, m.key() + count.incrementAndGet())))
                            .accept(faults);
                }),
                mutant("counts from the start", ABLE, "keyDecidesTheExternalId", faults -> {
                    UUID start = new UUID(System.nanoTime(), System.identityHashCode(faults));
                    sent((real, m) -> real.with(keyed(m, m.key() + start))).accept(faults);
                }),
                mutant(
                        "uses one id for all",
                        ABLE,
                        "keyDecidesTheExternalId",
                        sent((real, m) -> real.with(keyed(m, "always the same")))),
                mutant("rejects when offline", ABLE, "unreachableOtherSideIsTemporary", sent((real, m) -> {
                    try {
                        return real.with(m);
                    } catch (UnavailableException e) {
                        return Receipt.rejected(Receipt.Reason.POLICY, "offline");
                    }
                })),
                mutant("tells the address", ABLE, "unreachableOtherSideIsTemporary", sent((real, m) -> {
                    try {
                        return real.with(m);
                    } catch (UnavailableException e) {
                        throw new UnavailableException(
                                ErrorCode.PART_UNAVAILABLE,
                                "cannot reach " + m.to().get(0).value(),
                                e);
                    }
                })),
                mutant(
                        "fails to open offline",
                        ABLE,
                        "opensWhileTheOtherSideIsAway",
                        faults -> faults.failBefore(
                                "Channel.open",
                                1,
                                () -> new UnavailableException(ErrorCode.PART_UNAVAILABLE, "off", null))),
                mutant("tries for ever", ABLE, "unknownAddressIsRejectedForGood", sent((real, m) -> {
                    Object receipt = real.with(m);
                    if (receipt instanceof Receipt.Rejected) {
                        throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "no such user", null);
                    }
                    return receipt;
                })),
                mutant(
                        "cuts long texts",
                        ABLE,
                        "limitOfTextIsKept",
                        changed(content -> MessageContent.of(
                                content.subject(),
                                content.text()
                                        .substring(
                                                0,
                                                Math.min(1_900, content.text().length()))))),
                mutant("loses files", ABLE, "filesArrive", changed(content -> content.withFiles(List.of()))),
                mutant(
                        "loses undeclared files",
                        BARE,
                        "filesAreRefusedUnlessDeclared",
                        changed(content -> content.withFiles(List.of()))),
                mutant(
                        "forgets the thread",
                        ABLE,
                        "answerKeepsItsThread",
                        sent((real, m) -> real.with(
                                new OutboundMessage(m.tenant(), m.key(), m.ticket(), m.to(), m.content(), List.of())))),
                mutant(
                        "loses some",
                        ABLE,
                        "deliveriesDoNotDisturbEachOther",
                        sent((real, m) -> m.key().endsWith("5") ? Receipt.accepted("lost") : real.with(m))),
                mutant(
                        "delivers when closed",
                        ABLE,
                        "closedChannelDeliversNothing",
                        faults -> faults.lie("Channel.close", (r, g) -> null)),
                mutant(
                        "brings in undeclared",
                        DEAF,
                        "inboxIsLeftAloneUnlessDeclared",
                        opened((inbox, message) -> inbox.accept(message), true)),
                mutant(
                        "changes the id",
                        ABLE,
                        "messageComesIn",
                        opened((inbox, m) -> inbox.accept(named(m, "new-id")), false)),
                mutant(
                        "gives up",
                        ABLE,
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
                mutant(
                        "forgets at the restart",
                        ABLE,
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
                mutant(
                        "stops at poison",
                        ABLE,
                        "refusedMessageHoldsUpNothing",
                        opened(
                                (inbox, m) -> {
                                    if (m.externalId().startsWith("sound")) {
                                        throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "stuck", null);
                                    }
                                    return inbox.accept(m);
                                },
                                false)),
                mutant(
                        "invents messages",
                        ABLE,
                        "nodesShareTheWork",
                        opened(
                                (inbox, m) -> {
                                    inbox.accept(named(m, m.externalId() + "-copy"));
                                    return inbox.accept(m);
                                },
                                false)),
                mutant(
                        "knows no threads",
                        ABLE,
                        "answerNamesWhatItAnswers",
                        opened((inbox, m) -> inbox.accept(threaded(m, List.of())), false)),
                mutant(
                        "guesses threads",
                        BARE,
                        "answerNamesNothingUnlessDeclared",
                        opened((inbox, m) -> inbox.accept(threaded(m, List.of("guess"))), false)),
                mutant(
                        "breaks files",
                        ABLE,
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
                mutant(
                        "comes in when closed",
                        ABLE,
                        "closedChannelBringsNothingIn",
                        faults -> faults.lie("Channel.close", (r, g) -> null)));
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
                bringing.bring(inbox, Messages.from(new Outside(), "made up"));
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

    /** Whom messages come from; not a test of its own. */
    private static final class Outside extends InMemoryChannelTest.InMemory {
        Outside() {
            super(Set.of(), ChannelLimits.NONE);
        }
    }
}

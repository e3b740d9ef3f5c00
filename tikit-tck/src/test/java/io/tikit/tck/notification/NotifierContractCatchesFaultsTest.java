package io.tikit.tck.notification;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Recipient;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Each planted fault makes the test fail that is there for it. */
class NotifierContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = RecordingNotifierTest.WithEverything.class;
    private static final Class<?> BARE = RecordingNotifierTest.WithTextAlone.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("changes its mind", ABLE, "capabilitiesAreSteady", faults -> {
                    AtomicInteger asked = new AtomicInteger();
                    faults.lie(
                            "Notifier.capabilities",
                            (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
                }),
                mutant("tells nobody", ABLE, "personIsTold", sent((real, n) -> Receipt.accepted("x"))),
                mutant(
                        "tells somebody else",
                        ABLE,
                        "personIsTold",
                        sent((real, n) -> real.with(new Notification(
                                n.tenant(), n.key(), at(n.recipient(), "b@else.example"), n.event(), n.message())))),
                mutant(
                        "cuts lines",
                        ABLE,
                        "personIsTold",
                        said(m -> Notification.Message.of(m.title(), m.text().replace('\n', ' ')))),
                mutant("loses titles", ABLE, "personIsTold", said(m -> Notification.Message.of("TIKIT", m.text()))),
                mutant("makes a new id each time", ABLE, "keyDecidesTheExternalId", faults -> {
                    AtomicInteger count = new AtomicInteger();
                    sent((real, n) -> real.with(keyed(n, n.key() + count.incrementAndGet())))
                            .accept(faults);
                }),
                mutant(
                        "uses one id for all",
                        ABLE,
                        "keyDecidesTheExternalId",
                        sent((real, n) -> real.with(keyed(n, "same")))),
                mutant("accepts when offline", ABLE, "unreachableOtherSideIsTemporary", sent((real, n) -> {
                    try {
                        return real.with(n);
                    } catch (UnavailableException e) {
                        return Receipt.accepted("later");
                    }
                })),
                mutant("tells the text", ABLE, "unreachableOtherSideIsTemporary", sent((real, n) -> {
                    try {
                        return real.with(n);
                    } catch (UnavailableException e) {
                        throw new UnavailableException(
                                ErrorCode.PART_UNAVAILABLE,
                                "not sent: " + n.message().text(),
                                e);
                    }
                })),
                mutant("accepts any address", ABLE, "unknownAddressIsRejectedForGood", sent((real, n) -> {
                    Object receipt = real.with(n);
                    return receipt instanceof Receipt.Rejected ? Receipt.accepted("x") : receipt;
                })),
                mutant(
                        "cuts links",
                        ABLE,
                        "linkArrives",
                        said(m -> new Notification.Message(m.title(), m.text(), Optional.empty(), m.topic()))),
                mutant(
                        "loses undeclared links",
                        BARE,
                        "linkIsRefusedUnlessDeclared",
                        said(m -> new Notification.Message(m.title(), m.text(), Optional.empty(), m.topic()))),
                mutant(
                        "replaces nothing",
                        ABLE,
                        "topicIsReplaced",
                        said(m -> new Notification.Message(m.title(), m.text(), m.link(), Optional.empty()))),
                mutant("replaces everything", ABLE, "topicIsReplaced", said(m -> m.withTopic("all"))),
                mutant(
                        "loses undeclared topics",
                        BARE,
                        "topicIsRefusedUnlessDeclared",
                        said(m -> new Notification.Message(m.title(), m.text(), m.link(), Optional.empty()))),
                mutant(
                        "loses some",
                        ABLE,
                        "sendingDoesNotDisturbEachOther",
                        sent((real, n) -> n.key().endsWith("5") ? Receipt.accepted("lost") : real.with(n))),
                mutant(
                        "tells when closed",
                        ABLE,
                        "closedNotifierTellsNobody",
                        faults -> faults.lie("Notifier.close", (real, given) -> null)));
    }

    private interface Sending {
        @Nullable
        Object answer(Faults.Real real, Notification notification) throws Throwable;
    }

    private static Consumer<Faults> sent(Sending sending) {
        return faults -> faults.lie(
                "Notifier.send",
                (real, given) -> sending.answer(real, (Notification) Objects.requireNonNull(given[0])));
    }

    private static Consumer<Faults> said(UnaryOperator<Notification.Message> change) {
        return sent((real, n) ->
                real.with(new Notification(n.tenant(), n.key(), n.recipient(), n.event(), change.apply(n.message()))));
    }

    private static Notification keyed(Notification n, String key) {
        return new Notification(n.tenant(), key, n.recipient(), n.event(), n.message());
    }

    private static Recipient at(Recipient recipient, String address) {
        return new Recipient(recipient.user(), Address.of(address), recipient.locale(), recipient.zone());
    }
}

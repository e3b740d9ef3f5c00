package io.tikit.tck.notification;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.NotifierCapability;
import io.tikit.spi.notification.Recipient;
import io.tikit.tck.Faults;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class NotifierContractCatchesFaultsTest {
    static class Able extends RecordingNotifierTest.Recording {
        Able() {
            super(EnumSet.allOf(NotifierCapability.class));
        }

        @Override
        public Notifier notifier() {
            return Planted.into(Notifier.class, super.notifier());
        }
    }

    static class Bare extends RecordingNotifierTest.Recording {
        Bare() {
            super(Set.of());
        }

        @Override
        public Notifier notifier() {
            return Planted.into(Notifier.class, super.notifier());
        }
    }

    @Test
    void soundNotifierPasses() {
        Planted.passesWithout(Able.class, 9);
        Planted.passesWithout(Bare.class, 9);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Planted.isCaught(fault.plant, fault.subject, fault.caughtBy);
    }

    enum Fault {
        CHANGES_ITS_MIND(Able.class, "capabilitiesAreSteady", faults -> {
            AtomicInteger asked = new AtomicInteger();
            faults.lie(
                    "Notifier.capabilities",
                    (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
        }),
        TELLS_NOBODY(Able.class, "personIsTold", sent((real, n) -> Receipt.accepted("x"))),
        TELLS_SOMEBODY_ELSE(
                Able.class,
                "personIsTold",
                sent((real, n) -> real.with(new Notification(
                        n.tenant(), n.key(), at(n.recipient(), "b@else.example"), n.event(), n.message())))),
        CUTS_LINES(
                Able.class,
                "personIsTold",
                said(m -> Notification.Message.of(m.title(), m.text().replace('\n', ' ')))),
        LOSES_TITLES(Able.class, "personIsTold", said(m -> Notification.Message.of("TIKIT", m.text()))),
        MAKES_A_NEW_ID_EACH_TIME(Able.class, "keyDecidesTheExternalId", faults -> {
            AtomicInteger count = new AtomicInteger();
            sent((real, n) -> real.with(keyed(n, n.key() + count.incrementAndGet())))
                    .accept(faults);
        }),
        USES_ONE_ID_FOR_ALL(Able.class, "keyDecidesTheExternalId", sent((real, n) -> real.with(keyed(n, "same")))),
        ACCEPTS_WHEN_OFFLINE(Able.class, "unreachableOtherSideIsTemporary", sent((real, n) -> {
            try {
                return real.with(n);
            } catch (UnavailableException e) {
                return Receipt.accepted("later");
            }
        })),
        TELLS_THE_TEXT(Able.class, "unreachableOtherSideIsTemporary", sent((real, n) -> {
            try {
                return real.with(n);
            } catch (UnavailableException e) {
                throw new UnavailableException(
                        ErrorCode.PART_UNAVAILABLE, "not sent: " + n.message().text(), e);
            }
        })),
        ACCEPTS_ANY_ADDRESS(Able.class, "unknownAddressIsRejectedForGood", sent((real, n) -> {
            Object receipt = real.with(n);
            return receipt instanceof Receipt.Rejected ? Receipt.accepted("x") : receipt;
        })),
        CUTS_LINKS(
                Able.class,
                "linkArrives",
                said(m -> new Notification.Message(m.title(), m.text(), Optional.empty(), m.topic()))),
        LOSES_UNDECLARED_LINKS(
                Bare.class,
                "linkIsRefusedUnlessDeclared",
                said(m -> new Notification.Message(m.title(), m.text(), Optional.empty(), m.topic()))),
        REPLACES_NOTHING(
                Able.class,
                "topicIsReplaced",
                said(m -> new Notification.Message(m.title(), m.text(), m.link(), Optional.empty()))),
        REPLACES_EVERYTHING(Able.class, "topicIsReplaced", said(m -> m.withTopic("all"))),
        LOSES_UNDECLARED_TOPICS(
                Bare.class,
                "topicIsRefusedUnlessDeclared",
                said(m -> new Notification.Message(m.title(), m.text(), m.link(), Optional.empty()))),
        LOSES_SOME(
                Able.class,
                "sendingDoesNotDisturbEachOther",
                sent((real, n) -> n.key().endsWith("5") ? Receipt.accepted("lost") : real.with(n))),
        TELLS_WHEN_CLOSED(
                Able.class, "closedNotifierTellsNobody", faults -> faults.lie("Notifier.close", (real, given) -> null));

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

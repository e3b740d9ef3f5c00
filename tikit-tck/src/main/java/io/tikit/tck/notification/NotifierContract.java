package io.tikit.tck.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.EventId;
import io.tikit.api.people.UserId;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.NotifierCapability;
import io.tikit.spi.notification.Recipient;
import io.tikit.tck.Expect;
import io.tikit.tck.Together;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * All that a notifier must keep. A test class implements this and gives the fixture, see {@link NotifierFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface NotifierContract extends NotifierFixture {
    /** What a notifier can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (Notifier notifier = notifier()) {
            Set<NotifierCapability> capabilities = notifier.capabilities();
            notifier.open();
            assertThat(notifier.capabilities()).isEqualTo(capabilities);
        }
    }

    /** Whoever is meant is told, with each of the characters. */
    @Test
    default void personIsTold() {
        try (Notifier notifier = opened()) {
            String text = "Zeile \u00e4\u00df \u0130\u0131 \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00\nline two <b>";
            String id = accepted(notifier.send(saying("told", Notification.Message.of("VPN & mehr", text))));
            assertThat(shown()).hasSize(1);
            Shown shown = shown().get(0);
            assertThat(shown.externalId()).isEqualTo(id);
            assertThat(shown.address().value()).isEqualTo(reachable().value());
            assertThat(shown.message().text()).contains(text);
            assertThat(shown.message().title() + shown.message().text()).contains("VPN & mehr");
        }
    }

    /** Under one key a notification has one id, whoever sends it and when; other keys have other ids. */
    @Test
    default void keyDecidesTheExternalId() {
        String id;
        try (Notifier notifier = opened();
                Notifier node = opened()) {
            id = accepted(notifier.send(plain("one")));
            assertThat(accepted(notifier.send(plain("one")))).as("again").isEqualTo(id);
            assertThat(accepted(node.send(plain("one")))).as("second node").isEqualTo(id);
            assertThat(accepted(notifier.send(plain("two")))).isNotEqualTo(id);
        }
        try (Notifier next = opened()) {
            assertThat(accepted(next.send(plain("one")))).as("after a restart").isEqualTo(id);
        }
        assertThat(shown().stream().map(Shown::externalId).distinct()).hasSize(2);
    }

    /** When the other side cannot be reached, sending fails for the moment, tells nothing, and goes well later. */
    @Test
    default void unreachableOtherSideIsTemporary() {
        try (Notifier notifier = notifier()) {
            breakOutside(true);
            notifier.open();
            Notification notification = saying("later", Notification.Message.of("Secret-title", "Secret-text"));
            Expect.discreetFailure(
                    ErrorCode.PART_UNAVAILABLE,
                    List.of("Secret-title", "Secret-text", reachable().value()),
                    () -> notifier.send(notification));
            breakOutside(false);
            String id = accepted(notifier.send(notification));
            assertThat(shown()).extracting(Shown::externalId).contains(id);
        }
    }

    /** An address that does not exist is an answer, not a failure, so that nobody tries again for ever. */
    @Test
    default void unknownAddressIsRejectedForGood() {
        Assumptions.assumeTrue(unknown().isPresent(), "the other side takes any address");
        Address unknown = unknown().orElseThrow();
        try (Notifier notifier = opened()) {
            Receipt receipt = notifier.send(to(unknown, "unknown", Notification.Message.of("Title", "Text")));
            assertThat(receipt).isInstanceOf(Receipt.Rejected.class);
            assertThat(((Receipt.Rejected) receipt).reason()).isEqualTo(Receipt.Reason.ADDRESS);
            assertThat(((Receipt.Rejected) receipt).detail()).doesNotContain(unknown.value());
            assertThat(shown()).isEmpty();
        }
    }

    /** A link arrives as it is. */
    @Test
    default void linkArrives() {
        try (Notifier notifier = opened()) {
            Expect.declared(notifier.capabilities(), NotifierCapability.LINK);
            accepted(notifier.send(saying("link", linked())));
            assertThat(shown().get(0).message().link()).isEqualTo(linked().link());
        }
    }

    /** A notifier that carries no links refuses them, rather than to lose them. */
    @Test
    default void linkIsRefusedUnlessDeclared() {
        try (Notifier notifier = opened()) {
            Expect.undeclared(notifier.capabilities(), NotifierCapability.LINK);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> notifier.send(saying("link", linked())));
            assertThat(shown()).isEmpty();
        }
    }

    /** The later one of a topic takes the place of the earlier one, at the same person. */
    @Test
    default void topicIsReplaced() {
        try (Notifier notifier = opened()) {
            Expect.declared(notifier.capabilities(), NotifierCapability.TOPIC);
            accepted(notifier.send(
                    saying("first", Notification.Message.of("1", "first").withTopic("a"))));
            accepted(notifier.send(
                    saying("other", Notification.Message.of("2", "other").withTopic("b"))));
            accepted(notifier.send(plain("none")));
            accepted(notifier.send(
                    saying("second", Notification.Message.of("3", "second").withTopic("a"))));
            List<String> texts =
                    shown().stream().map(shown -> shown.message().text()).toList();
            assertThat(texts).hasSize(3);
            assertThat(String.join("|", texts)).contains("other", "second").doesNotContain("first");
        }
    }

    /** A notifier that cannot replace says so. */
    @Test
    default void topicIsRefusedUnlessDeclared() {
        try (Notifier notifier = opened()) {
            Expect.undeclared(notifier.capabilities(), NotifierCapability.TOPIC);
            Notification.Message message = Notification.Message.of("1", "first").withTopic("a");
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> notifier.send(saying("topic", message)));
            assertThat(shown()).isEmpty();
        }
    }

    /** Several threads send at once, and each notification arrives. */
    @Test
    default void sendingDoesNotDisturbEachOther() {
        try (Notifier notifier = opened()) {
            List<Callable<String>> tasks = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> accepted(notifier.send(plain("task-" + i))))
                    .toList();
            List<String> ids = Together.all(tasks);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(shown()).extracting(Shown::externalId).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    /** A closed notifier tells nobody and says so. */
    @Test
    default void closedNotifierTellsNobody() {
        Notifier notifier = opened();
        notifier.close();
        notifier.close();
        Expect.failure(ErrorCode.PART_UNAVAILABLE, () -> notifier.send(plain("closed")));
        assertThat(shown()).isEmpty();
    }

    private Notifier opened() {
        Notifier notifier = notifier();
        notifier.open();
        return notifier;
    }

    private static Notification.Message linked() {
        return Notification.Message.of("Title", "Text")
                .withLink(URI.create("https://desk.example/tickets/TIK-1?a=b&c=%C3%A4#reply"));
    }

    private Notification plain(String key) {
        return saying(key, Notification.Message.of("Title " + key, "Text"));
    }

    private Notification saying(String key, Notification.Message message) {
        return to(reachable(), key, message);
    }

    private static Notification to(Address address, String key, Notification.Message message) {
        UUID id = new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L);
        Recipient recipient = new Recipient(new UserId(id), address, Locale.GERMAN, ZoneOffset.UTC);
        return new Notification(TenantId.of("acme"), "tck/" + key, recipient, new EventId(id), message);
    }

    private static String accepted(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return ((Receipt.Accepted) receipt).externalId();
    }
}

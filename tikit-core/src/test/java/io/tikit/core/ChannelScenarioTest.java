package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Channel;
import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.ChannelInbox.InboundOutcome;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.InboundMessage.Trait;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.MessageFile;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.tck.Await;
import io.tikit.tck.Together;
import io.tikit.tck.channel.ChannelFixture.Arrived;
import io.tikit.tck.channel.InMemoryChannel;
import io.tikit.tck.channel.InMemoryOutside;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that come in and go out through a channel. */
class ChannelScenarioTest {
    private static final String TEA = "tea@outside.example";
    private final InMemoryOutside outside = new InMemoryOutside();

    private DeskFixture open(String... settings) {
        return new DeskFixture(builder -> {
            builder.plugin(post("post", new InMemoryChannel(outside)));
            for (int i = 0; i < settings.length; i += 2) {
                builder.setting(settings[i], settings[i + 1]);
            }
        });
    }

    private static TestPlugin post(String id, io.tikit.spi.channel.Channel channel) {
        return new TestPlugin(id).contributing((to, context) -> to.add(ExtensionPoint.CHANNEL, "post", channel));
    }

    private static InboundMessage message(String id, String from, String text, String... references) {
        return new InboundMessage(
                TenantId.of("acme"),
                id,
                new Address(from, Optional.of("Tea")),
                MessageContent.of("Printer", text),
                List.of(references),
                Instant.parse("2026-03-01T08:00:00Z"),
                Set.of());
    }

    private static InboundMessage with(InboundMessage message, Trait... traits) {
        return new InboundMessage(
                message.tenant(),
                message.externalId(),
                message.from(),
                message.content(),
                message.references(),
                message.received(),
                Set.of(traits));
    }

    private static List<TicketSummary> tickets(DeskFixture desk) {
        return desk.admin.people().users(PageRequest.first(100)).items().stream()
                .flatMap(user ->
                        desk
                                .admin
                                .tickets()
                                .list(TicketQuery.where(TicketFields.REQUESTER.is(user.id())))
                                .items()
                                .stream())
                .toList();
    }

    private static List<Entry> entries(DeskFixture desk, TicketId ticket) {
        return desk.admin
                .conversations()
                .entries(ticket, PageRequest.first(100))
                .items();
    }

    @Test
    void aMessageBecomesATicketOnceAndItsAnswersFindEachOther() {
        try (DeskFixture desk = open()) {
            outside.send(message("m1", TEA, "It is on fire."));
            outside.send(message("m1", TEA, "It is on fire."));
            assertThat(tickets(desk)).hasSize(1);
            Ticket ticket = desk.admin.tickets().find(tickets(desk).get(0).id()).orElseThrow();
            User sender = desk.admin.people().user(ticket.requester()).orElseThrow();
            assertThat(ticket.subject()).isEqualTo("Printer");
            assertThat(sender.role()).isEqualTo(Role.CUSTOMER);
            assertThat(entries(desk, ticket.id()))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body()).isEqualTo("It is on fire."))
                    .satisfies(entry -> assertThat(entry.channel()).isEqualTo(new Channel("post")));

            desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Pour water on it."));
            desk.settle();
            Arrived answer = outside.arrived().get(0);
            assertThat(outside.arrived()).hasSize(1);
            assertThat(answer.to()).containsExactly(new Address(TEA, Optional.of("Tea")));
            assertThat(answer.content().text()).isEqualTo("Pour water on it.");
            assertThat(answer.content().subject()).contains("Printer").contains(ticket.number());
            assertThat(answer.references()).containsExactly("m1");

            desk.as(desk.agent)
                    .conversations()
                    .reply(Reply.to(ticket.id(), "Done?").with(new TicketChange.SetStatus(Status.RESOLVED)));
            outside.send(message("m2", TEA, "It burns again.", "unknown", answer.externalId()));
            desk.settle();
            assertThat(tickets(desk)).hasSize(1);
            assertThat(entries(desk, ticket.id())).extracting(Entry::body).endsWith("It burns again.");
            assertThat(desk.admin
                            .tickets()
                            .find(ticket.id())
                            .orElseThrow()
                            .state()
                            .isOpen())
                    .isTrue();
            assertThat(outside.arrived()).as("nobody gets their own words").hasSize(2);
            assertThat(outside.arrived().get(1).references()).containsExactly(answer.externalId(), "m1");
        }
    }

    @Test
    void theExternalIdIsTakenOnceByAllWhoGiveItAtOnce() {
        AtomicReference<ChannelInbox> inbox = new AtomicReference<>();
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(post("post", inboundOnly(inbox))))) {
            Callable<InboundOutcome> give = () -> {
                while (true) {
                    try {
                        return inbox.get().accept(message("m1", TEA, "Once"));
                    } catch (io.tikit.api.error.ConflictException e) {
                        assertThat(e.isRetryable()).isTrue();
                    }
                }
            };
            assertThat(Together.all(IntStream.range(0, 4).mapToObj(i -> give).toList()))
                    .contains(InboundOutcome.TAKEN)
                    .doesNotContain(InboundOutcome.REFUSED);
            assertThat(inbox.get().accept(message("m1", TEA, "Once"))).isEqualTo(InboundOutcome.KNOWN);
            assertThat(tickets(desk)).hasSize(1);
            assertThat(inbox.get()
                            .accept(new InboundMessage(
                                    TenantId.of("elsewhere"),
                                    "m1",
                                    Address.of(TEA),
                                    MessageContent.of("", "x"),
                                    List.of(),
                                    Instant.EPOCH,
                                    Set.of())))
                    .isEqualTo(InboundOutcome.REFUSED);
        }
    }

    private static io.tikit.spi.channel.Channel inboundOnly(AtomicReference<ChannelInbox> inbox) {
        return new Scripted(inbox::set, message -> Receipt.accepted("x"));
    }

    @Test
    void aStrangerCannotReachATicketByNamingItsMessages() {
        try (DeskFixture desk = open()) {
            outside.send(message("m1", TEA, "Mine"));
            outside.send(message("m2", "mallory@outside.example", "Let me see", "m1"));
            assertThat(tickets(desk)).hasSize(2);
            assertThat(tickets(desk)).extracting(TicketSummary::requester).doesNotHaveDuplicates();
        }
    }

    @Test
    void onlyAVerifiedSenderIsRecognised() {
        try (DeskFixture desk = open()) {
            String address = desk.agent.person().email();
            outside.send(message("m1", address, "I claim to be Sarah"));
            outside.send(with(message("m2", address, "I am Sarah"), Trait.VERIFIED_SENDER));
            assertThat(tickets(desk))
                    .extracting(ticket -> ticket.requester().equals(desk.agent.id()))
                    .containsExactlyInAnyOrder(false, true);
            assertThat(desk.admin.people().user(desk.agent.id()).orElseThrow()).isEqualTo(desk.agent);
        }
    }

    @Test
    void oddMessagesAreTakenAsFarAsTheyGo() {
        try (DeskFixture desk = open()) {
            MessageFile file =
                    new MessageFile("plan.pdf", "application/pdf", 1, () -> new ByteArrayInputStream(new byte[1]));
            outside.send(new InboundMessage(
                    desk.tenant,
                    "odd",
                    Address.of("a".repeat(Address.MOST_CHARACTERS)),
                    MessageContent.of("\ud83d two\r\nlines\u0000", "").withFiles(List.of(file)),
                    List.of(),
                    Instant.EPOCH,
                    Set.of()));
            assertThat(tickets(desk)).singleElement().satisfies(ticket -> {
                assertThat(ticket.subject()).isEqualTo("two lines");
                assertThat(entries(desk, ticket.id()).get(0).body()).contains("plan.pdf");
            });
        }
    }

    @Test
    void filesComeAndGoWithMessages(@TempDir Path home) throws IOException {
        byte[] bytes = "%PDF-1.7 plan".getBytes(StandardCharsets.US_ASCII);
        MessageFile file =
                new MessageFile("plan.pdf", "application/pdf", bytes.length, () -> new ByteArrayInputStream(bytes));
        try (DeskFixture desk =
                new DeskFixture(builder -> builder.home(home).plugin(post("post", new InMemoryChannel(outside))))) {
            InboundMessage sent = message("m1", TEA, "See file");
            outside.send(new InboundMessage(
                    sent.tenant(),
                    sent.externalId(),
                    sent.from(),
                    sent.content().withFiles(List.of(file)),
                    List.of(),
                    sent.received(),
                    Set.of()));
            TicketId ticket = tickets(desk).get(0).id();
            AttachmentId kept = desk.admin
                    .attachments()
                    .list(ticket, PageRequest.first(10))
                    .items()
                    .get(0)
                    .id();
            try (InputStream content = desk.admin.attachments().open(kept)) {
                assertThat(content.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(entries(desk, ticket).get(0).body()).isEqualTo("See file");
            Desk agent = desk.as(desk.agent);
            agent.conversations()
                    .reply(Reply.to(ticket, "Seen")
                            .withAttachment(agent.attachments()
                                    .stage("answer.txt", "text/plain", new ByteArrayInputStream(bytes))
                                    .id()));
            desk.settle();
            List<MessageFile> files = outside.arrived().get(0).content().files();
            assertThat(files).extracting(MessageFile::name).containsExactly("answer.txt");
        }
    }

    @Test
    void whatMachinesWriteMovesNothing() {
        try (DeskFixture desk = open()) {
            outside.send(message("m1", TEA, "Hello"));
            TicketId ticket = tickets(desk).get(0).id();
            desk.as(desk.agent)
                    .conversations()
                    .reply(Reply.to(ticket, "Done").with(new TicketChange.SetStatus(Status.RESOLVED)));
            desk.settle();
            outside.send(with(message("m2", TEA, "I am away", "m1"), Trait.AUTOMATIC));
            String out = outside.arrived().get(0).externalId();
            outside.send(with(message("m3", "daemon@outside.example", "No such box", out), Trait.BOUNCE));
            outside.send(with(message("m4", "daemon@outside.example", "No such box", "?"), Trait.BOUNCE));
            assertThat(tickets(desk)).hasSize(1);
            assertThat(desk.admin.tickets().find(ticket).orElseThrow().state()).isEqualTo(State.RESOLVED);
            assertThat(entries(desk, ticket))
                    .filteredOn(entry -> entry.kind() == EntryKind.NOTE)
                    .extracting(Entry::body)
                    .containsExactly(
                            "I am away", "Channel post reports that a message could not be delivered:\n\nNo such box");
        }
    }

    @Test
    void aDeliveryThatFailsIsTriedAgainAndShown() {
        try (DeskFixture desk = open("work.backoff", "PT0.05S")) {
            outside.send(message("m1", TEA, "Hello"));
            outside.breakOff(true);
            desk.as(desk.agent)
                    .conversations()
                    .reply(Reply.to(tickets(desk).get(0).id(), "Yes?"));
            Await.until(
                    "the finding",
                    () -> desk.tikit.health().findings().stream()
                            .anyMatch(f -> f.reason() == HealthReason.PLUGIN_FAILING
                                    && f.subject().equals("post")));
            outside.breakOff(false);
            Await.until("the delivery", () -> outside.arrived().size() == 1);
            desk.settle();
            assertThat(desk.tikit.health().findings()).isEmpty();
        }
    }

    @Test
    void aDeliveryThatKeepsFailingIsADeadLetterAndCanBeReplayedUnderItsKey() {
        List<String> keys = new ArrayList<>();
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicReference<ChannelInbox> inbox = new AtomicReference<>();
        io.tikit.spi.channel.Channel channel = new Scripted(inbox::set, message -> {
            synchronized (keys) {
                keys.add(message.key());
            }
            if (broken.get()) {
                throw new IllegalStateException("told to fail");
            }
            return Receipt.accepted("out-1");
        });
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(post("post", channel))
                .setting("work.attempts", "3")
                .setting("work.backoff", "PT0.01S"))) {
            inbox.get().accept(message("m1", TEA, "Hello"));
            desk.as(desk.agent)
                    .conversations()
                    .reply(Reply.to(tickets(desk).get(0).id(), "Yes?"));
            Await.until(
                    "the dead letter",
                    () -> !desk.tikit
                            .operations()
                            .deadLetters(desk.tenant, PageRequest.first(10))
                            .items()
                            .isEmpty());
            broken.set(false);
            desk.tikit
                    .operations()
                    .replay(
                            desk.tenant,
                            desk.tikit
                                    .operations()
                                    .deadLetters(desk.tenant, PageRequest.first(10))
                                    .items()
                                    .get(0)
                                    .id());
            Await.until("the delivery", () -> {
                synchronized (keys) {
                    return keys.size() == 4;
                }
            });
            desk.settle();
            assertThat(keys).hasSize(4).containsOnly(keys.get(0));
            assertThat(keys.get(0)).hasSizeLessThanOrEqualTo(120).matches("[!-~]+");
        }
    }

    @Test
    void whatTheOtherSideRefusesForGoodIsANote() {
        outside.forget(Address.of(TEA));
        try (DeskFixture desk = open()) {
            outside.send(message("m1", TEA, "Hello"));
            TicketId ticket = tickets(desk).get(0).id();
            desk.as(desk.agent).conversations().reply(Reply.to(ticket, "Yes?"));
            desk.settle();
            assertThat(entries(desk, ticket))
                    .last()
                    .satisfies(entry -> assertThat(entry.kind()).isEqualTo(EntryKind.NOTE))
                    .satisfies(
                            entry -> assertThat(entry.body()).contains("post").contains("ADDRESS"));
            assertThat(desk.tikit
                            .operations()
                            .deadLetters(desk.tenant, PageRequest.first(10))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void aChannelThatDoesNotOpenIsLeftOutUnlessItIsRequired() {
        io.tikit.spi.channel.Channel shut = new Scripted(
                inbox -> {
                    throw new IllegalStateException("no port");
                },
                message -> Receipt.accepted("x"));
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(post("post", shut)))) {
            assertThat(desk.tikit.health().findings())
                    .extracting(f -> f.reason() + " " + f.subject())
                    .containsExactly("PLUGIN_DOWN post");
            desk.ticket("Goes on");
            assertThat(desk.tikit.operations().awaitDelivery(Duration.ofSeconds(20)))
                    .isTrue();
        }
        assertThatThrownBy(() -> TikitEngine.builder()
                        .plugin(post("post", shut))
                        .require("post")
                        .build())
                .hasMessageContaining("no port");
    }

    @Test
    void namesOfChannelsAreCheckedWithEverythingElse() {
        TestPlugin odd = new TestPlugin("odd").contributing((to, context) -> {
            to.add(ExtensionPoint.CHANNEL, "engine", new InMemoryChannel(outside));
            to.add(ExtensionPoint.CHANNEL, "Big Mail", new InMemoryChannel(outside));
        });
        assertThatThrownBy(() -> TikitEngine.builder().plugin(odd).build())
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path() + " " + v.key())
                                .containsExactlyInAnyOrder("channel twice", "channel bad_name"));
    }

    /** A channel that does what the test says. */
    private record Scripted(
            java.util.function.Consumer<ChannelInbox> opening,
            java.util.function.Function<OutboundMessage, Receipt> delivering)
            implements io.tikit.spi.channel.Channel {
        @Override
        public void open(ChannelInbox inbox) {
            opening.accept(inbox);
        }

        @Override
        public Receipt deliver(OutboundMessage message) {
            return delivering.apply(message);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}

package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.Entry;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Subscription;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.event.SubscriptionStart;
import io.tikit.api.event.SubscriptionStatus;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.TikitEngine;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.WorkConsumer;
import io.tikit.tck.Await;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The ways to hear of a commit. */
class ReactingTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    /** The rows of the other system, by the event that they are about. */
    private static final class Orders {
        final Map<String, Event> noted = new ConcurrentHashMap<>();

        void note(String key, Event event) {
            noted.put(key, event);
        }
    }

    /** A host's plugin around one consumer. */
    private record Around(WorkConsumer consumer) implements TikitPlugin {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("around", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.WORK_CONSUMER, consumer.name(), consumer);
        }
    }

    @Test
    void aConsumerAsksAnotherSystem() {
        Shipments shipments = new Shipments(Duration.ofSeconds(1), Optional.empty());
        try (Tikit tikit = TikitEngine.builder()
                .plugin(new Around(new ShipmentWatch(shipments)))
                .build()) {
            Desk desk = desk(tikit);
            Ticket ticket = desk.tickets().create(CreateTicket.of("Where is it?", emily(desk)));
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(30))).isTrue();
            assertThat(shipments.asked).containsValue("Where is it?");
            assertThat(desk.conversations()
                            .entries(ticket.id(), PageRequest.first(10))
                            .items())
                    .extracting(Entry::body)
                    .contains("Shipment asked for.");
        }
    }

    @Test
    void aPluginBringsTheConsumer() {
        try (Tikit tikit = TikitEngine.builder()
                .plugin(new ShipmentPlugin())
                .setting("shipment.patience", "PT1S")
                .build()) {
            Desk desk = desk(tikit);
            Ticket ticket = desk.tickets().create(CreateTicket.of("Where is it?", emily(desk)));
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(30))).isTrue();
            assertThat(desk.conversations()
                            .entries(ticket.id(), PageRequest.first(10))
                            .items())
                    .extracting(Entry::body)
                    .contains("Shipment asked for.");
        }
    }

    @Test
    void aSubscriptionAndAKey() {
        Orders orders = new Orders();
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = desk(tikit);
            // tag::subscription
            Subscription erp = desk.events()
                    .subscribe(
                            SubscriptionSpec.durable("erp").ofTypes(EventTypes.TICKET_CREATED),
                            event -> orders.note(event.id().toString(), event));
            // end::subscription
            String subject = "Where is it?";
            String messageId = "<1@mail.example>";
            UserId requester = emily(desk);
            // tag::key
            CreateTicket command = CreateTicket.of(subject, requester).withKey(IdempotencyKey.of("mail", messageId));
            Ticket ticket = desk.tickets().create(command);
            Ticket again = desk.tickets().create(command);
            // end::key
            assertThat(again.id()).isEqualTo(ticket.id());
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(30))).isTrue();
            assertThat(orders.noted.values()).hasSize(1);
            orders.noted.clear();
            // tag::look-after
            for (SubscriptionStatus one : desk.events().subscriptions()) {
                System.out.println(one.name() + " is " + one.behind() + " changes behind since " + one.waitingSince());
            }
            desk.events().moveSubscription("erp", SubscriptionStart.beginning());
            // end::look-after
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(30))).isTrue();
            assertThat(orders.noted.values()).hasSize(1);
            erp.close();
            desk.events().retireSubscription("erp");
            assertThat(desk.events().subscriptions()).isEmpty();
        }
    }

    @Test
    void whatLiesDeadIsReplayed() {
        Orders orders = new Orders();
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Tikit tikit = TikitEngine.builder()
                .setting("work.attempts", "1")
                .setting("work.backoff", "PT0.01S")
                .build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ADA);
            Desk desk = desk(tikit);
            desk.events().subscribe(SubscriptionSpec.durable("erp").ofTypes(EventTypes.TICKET_CREATED), event -> {
                if (broken.get()) {
                    throw new IllegalStateException("the other system is down");
                }
                orders.note(event.id().toString(), event);
            });
            desk.tickets().create(CreateTicket.of("Where is it?", emily(desk)));
            Await.until(
                    "a dead letter",
                    () -> !tikit.operations()
                            .deadLetters(acme, PageRequest.first(1))
                            .items()
                            .isEmpty());
            broken.set(false);
            // tag::replay
            Page<DeadLetter> dead = tikit.operations().deadLetters(acme, PageRequest.first(50));
            for (DeadLetter letter : dead.items()) {
                tikit.operations().replay(acme, letter.id());
            }
            // end::replay
            Await.until("the replay", () -> !orders.noted.isEmpty());
        }
    }

    private static Desk desk(Tikit tikit) {
        return tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
    }

    private static UserId emily(Desk desk) {
        return desk.people()
                .createUser(CreateUser.of("Emily", "emily@acme.example"))
                .id();
    }
}

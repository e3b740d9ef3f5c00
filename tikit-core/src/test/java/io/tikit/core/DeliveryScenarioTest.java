package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Subscription;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.health.Health;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import io.tikit.tck.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What happens after a commit: work, retries, dead letters, subscriptions. */
class DeliveryScenarioTest {
    /** A consumer that writes a note on each new ticket, and fails when it is told to. */
    private static final class Greeter implements WorkConsumer {
        final AtomicBoolean broken = new AtomicBoolean();
        final AtomicInteger tries = new AtomicInteger();

        @Override
        public String name() {
            return "greeter";
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of(EventTypes.TICKET_CREATED, EventTypes.TICKET_UPDATED);
        }

        @Override
        public void handle(Work work) {
            tries.incrementAndGet();
            if (work.event().type().equals(EventTypes.TICKET_CREATED)) {
                work.desk()
                        .conversations()
                        .note(AddNote.to(work.event().ticket().orElseThrow(), "greeted"));
            }
            if (broken.get()) {
                throw new IllegalStateException("told to fail");
            }
        }
    }

    private record GreeterPlugin(Greeter greeter) implements TikitPlugin {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("greeter", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.WORK_CONSUMER, greeter.name(), greeter);
        }
    }

    private static DeskFixture open(Greeter greeter) {
        return new DeskFixture(builder -> builder.plugin(new GreeterPlugin(greeter))
                .setting("work.attempts", "3")
                .setting("work.backoff", "PT0.01S"));
    }

    @Test
    void aConsumerReactsOnceAndItsEventNamesTheCause() {
        try (DeskFixture desk = open(new Greeter())) {
            Ticket ticket = desk.ticket("Hello");
            desk.settle();
            List<Event> history = desk.as(desk.agent)
                    .tickets()
                    .history(ticket.id(), PageRequest.first(10))
                    .items();
            assertThat(history)
                    .extracting(Event::type)
                    .containsExactly(EventTypes.TICKET_CREATED, EventTypes.TICKET_NOTED);
            assertThat(history.get(1).cause()).contains(history.get(0).id());
            assertThat(history.get(1).depth()).isEqualTo(1);
        }
    }

    @Test
    void whatFailsIsTriedAgainThenLiesDeadAndHoldsBackItsTicketUntilReplayed() {
        Greeter greeter = new Greeter();
        try (DeskFixture desk = open(greeter)) {
            greeter.broken.set(true);
            Ticket ticket = desk.ticket("Fails");
            await(() -> !letters(desk).isEmpty());
            assertThat(greeter.tries.get()).isEqualTo(3);
            desk.as(desk.agent)
                    .tickets()
                    .update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("Held back")));
            greeter.broken.set(false);
            Ticket other = desk.ticket("Not held back");
            desk.settle();
            assertThat(greeter.tries.get()).isEqualTo(4);
            assertThat(desk.tikit.health().findings())
                    .extracting(f -> f.reason())
                    .contains(HealthReason.DEAD_LETTERS);
            DeadLetter letter = letters(desk).get(0);
            assertThat(letter.error()).contains("told to fail");
            assertThat(letter.ticket()).contains(ticket.id());

            desk.tikit.operations().replay(desk.tenant, letter.id());
            await(() -> greeter.tries.get() == 6);
            desk.settle();
            assertThat(letters(desk)).isEmpty();
            assertThat(desk.tikit.health().status()).isEqualTo(Health.Status.UP);
            // Four tries wrote one note: commands of a reaction are done once.
            assertThat(notes(desk, ticket)).isEqualTo(1);
            assertThat(notes(desk, other)).isEqualTo(1);
        }
    }

    @Test
    void aDurableSubscriptionMissesNothingAndBuriesWhatKeepsFailing() {
        try (DeskFixture desk = open(new Greeter())) {
            ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
            SubscriptionSpec spec = SubscriptionSpec.durable("audit").ofTypes(EventTypes.TICKET_CREATED);
            Subscription first = desk.admin
                    .events()
                    .subscribe(spec, event -> heard.add(event.id().toString()));
            desk.ticket("One");
            desk.settle();
            first.close();
            desk.ticket("Two");
            AtomicBoolean broken = new AtomicBoolean(true);
            Subscription second = desk.admin.events().subscribe(spec, event -> {
                if (broken.get()) {
                    throw new IllegalStateException("broken");
                }
                heard.add(event.id().toString());
            });
            await(() -> !letters(desk).isEmpty());
            broken.set(false);
            desk.ticket("Three");
            desk.settle();
            assertThat(heard).hasSize(2);
            desk.tikit.operations().replay(desk.tenant, letters(desk).get(0).id());
            await(() -> heard.size() == 3);
            assertThat(heard).doesNotHaveDuplicates();
            second.close();
        }
    }

    @Test
    void aListenerThatHangsIsInterruptedTriedAgainAndPassedOver() {
        AtomicInteger calls = new AtomicInteger();
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        CountDownLatch never = new CountDownLatch(1);
        try (DeskFixture desk = new DeskFixture(builder -> builder.setting("work.timeout", "PT0.1S")
                .setting("work.attempts", "2")
                .setting("work.backoff", "PT0.01S"))) {
            desk.admin
                    .events()
                    .subscribe(SubscriptionSpec.durable("audit").ofTypes(EventTypes.TICKET_CREATED), event -> {
                        if (calls.incrementAndGet() <= 2) {
                            never.await();
                        }
                        heard.add(event.id().toString());
                    });
            desk.ticket("Hangs twice");
            desk.ticket("Is heard");
            await(() -> heard.size() == 1);
            assertThat(letters(desk))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.error()).contains("within PT0.1S"));
        }
    }

    @Test
    void aListenerThatHeedsNothingIsShownAndHoldsUpNobodyElse() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicBoolean free = new AtomicBoolean();
        ConcurrentLinkedQueue<String> others = new ConcurrentLinkedQueue<>();
        try (DeskFixture desk = new DeskFixture(builder -> builder.setting("work.timeout", "PT0.1S")
                .setting("work.attempts", "2")
                .setting("work.backoff", "PT0.01S"))) {
            desk.admin.events().subscribe(SubscriptionSpec.durable("deaf"), event -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                while (!free.get()) {
                    LockSupport.parkNanos(1_000_000);
                }
                inside.decrementAndGet();
            });
            desk.admin
                    .events()
                    .subscribe(
                            SubscriptionSpec.durable("other").ofTypes(EventTypes.TICKET_CREATED),
                            event -> others.add(event.id().toString()));
            desk.ticket("One");
            desk.ticket("Two");
            await(() -> others.size() == 2);
            await(() -> desk.tikit.health().findings().stream()
                    .anyMatch(f -> f.reason() == HealthReason.PLUGIN_STUCK
                            && f.message().contains("acme/deaf")));
            assertThat(Await.within(Duration.ofMillis(1_200), () -> most.get() > 1))
                    .as("it is given a second event at a time")
                    .isFalse();
            assertThat(letters(desk)).isEmpty();
            free.set(true);
            desk.settle();
            assertThat(most).hasValue(1);
            assertThat(desk.tikit.health().findings()).isEmpty();
        } finally {
            free.set(true);
        }
    }

    @Test
    void pausedDeliverySaysSoAndGoesOnLater() {
        Greeter greeter = new Greeter();
        try (DeskFixture desk = open(greeter)) {
            desk.settle();
            desk.tikit.operations().pauseDelivery();
            assertThat(desk.tikit.health().findings())
                    .extracting(f -> f.reason())
                    .containsExactly(HealthReason.DELIVERY_PAUSED);
            Ticket ticket = desk.ticket("Later");
            desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Soon"));
            desk.tikit.operations().resumeDelivery();
            desk.settle();
            assertThat(notes(desk, ticket)).isEqualTo(1);
        }
    }

    private static long notes(DeskFixture desk, Ticket ticket) {
        return desk.as(desk.agent).conversations().entries(ticket.id(), PageRequest.first(50)).items().stream()
                .filter(entry -> entry.body().equals("greeted"))
                .count();
    }

    private static List<DeadLetter> letters(DeskFixture desk) {
        return desk.tikit
                .operations()
                .deadLetters(desk.tenant, PageRequest.first(10))
                .items();
    }

    private static void await(java.util.function.BooleanSupplier wanted) {
        long deadline = System.nanoTime() + java.time.Duration.ofSeconds(30).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}

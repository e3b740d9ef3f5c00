package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventListener;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Subscription;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.event.SubscriptionStart;
import io.tikit.api.event.SubscriptionStatus;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.PageRequest;
import io.tikit.tck.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators do with durable subscriptions. */
class SubscriptionScenarioTest {
    private static final SubscriptionSpec AUDIT =
            SubscriptionSpec.durable("audit").ofTypes(EventTypes.TICKET_CREATED);

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final EventListener listener = event -> {
        if (broken.get()) {
            throw new IllegalStateException("told to fail");
        }
        heard.add(event);
    };

    private static DeskFixture open() {
        return new DeskFixture(builder -> builder.setting("work.attempts", "2").setting("work.backoff", "PT0.01S"));
    }

    private static SubscriptionStatus status(DeskFixture desk) {
        return desk.admin.events().subscriptions().get(0);
    }

    private static void opened(DeskFixture desk, int tickets) {
        for (int i = 0; i < tickets; i++) {
            desk.ticket("Ticket " + i);
        }
    }

    @Test
    void theyAreListedWithPositionAndLag() {
        try (DeskFixture desk = open()) {
            assertThat(desk.admin.events().subscriptions()).isEmpty();
            Subscription running = desk.admin.events().subscribe(AUDIT, listener);
            desk.admin.events().subscribe(SubscriptionSpec.live(), event -> {});
            opened(desk, 3);
            desk.settle();
            SubscriptionStatus upToDate = status(desk);
            assertThat(upToDate.name()).isEqualTo("audit");
            assertThat(upToDate.behind()).isZero();
            assertThat(upToDate.waitingSince()).isEmpty();
            assertThat(upToDate.subscribed()).isTrue();
            running.close();
            opened(desk, 2);
            desk.settle();
            SubscriptionStatus behind = status(desk);
            assertThat(behind.position()).isEqualTo(upToDate.position());
            assertThat(behind.behind()).isEqualTo(2);
            assertThat(behind.waitingSince())
                    .hasValueSatisfying(since ->
                            assertThat(since).isAfterOrEqualTo(heard.get(2).at()));
            assertThat(behind.subscribed()).isFalse();
        }
    }

    @Test
    void theyGoOnWhereTheyAreSentWhileTheyRunAndWhileTheyDoNot() {
        try (DeskFixture desk = open()) {
            opened(desk, 2);
            desk.settle();
            Subscription running = desk.admin.events().subscribe(AUDIT, listener);
            opened(desk, 3);
            desk.settle();
            assertThat(heard).hasSize(3);

            desk.admin.events().moveSubscription("audit", SubscriptionStart.beginning());
            desk.settle();
            assertThat(heard).hasSize(3 + 5);

            Event third = heard.get(3 + 2);
            heard.clear();
            SubscriptionStatus moved = desk.admin.events().moveSubscription("audit", SubscriptionStart.at(third));
            assertThat(moved.behind()).isPositive();
            desk.settle();
            assertThat(heard).hasSize(3).first().isEqualTo(third);

            running.close();
            heard.clear();
            opened(desk, 2);
            desk.settle();
            assertThat(desk.admin
                            .events()
                            .moveSubscription("audit", SubscriptionStart.now())
                            .behind())
                    .isZero();
            desk.admin.events().subscribe(AUDIT, listener);
            opened(desk, 1);
            desk.settle();
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void oneThatFailsIsSentPastWhatItFailsOn() {
        try (DeskFixture desk = new DeskFixture(builder -> builder.setting("work.backoff", "PT1H"))) {
            desk.admin.events().subscribe(AUDIT, listener);
            broken.set(true);
            opened(desk, 1);
            Await.until("it fails", () -> !desk.tikit.health().findings().isEmpty());
            broken.set(false);
            desk.admin.events().moveSubscription("audit", SubscriptionStart.now());
            opened(desk, 1);
            desk.settle();
            assertThat(heard).extracting(Event::type).containsExactly(EventTypes.TICKET_CREATED);
            assertThat(desk.tikit.health().findings()).isEmpty();
        }
    }

    @Test
    void deadLettersAreReplayedOrDropped() {
        try (DeskFixture desk = open()) {
            desk.admin.events().subscribe(AUDIT, listener);
            Subscription other = desk.admin.events().subscribe(SubscriptionSpec.durable("other"), event -> {
                throw new IllegalStateException("never");
            });
            broken.set(true);
            opened(desk, 2);
            Await.until(
                    "both lie dead",
                    () -> letters(desk, "audit").size() == 2
                            && letters(desk, "other").size() >= 2);
            broken.set(false);
            DeadLetter first = letters(desk, "audit").get(0);
            DeadLetter second = letters(desk, "audit").get(1);
            DeadLetter foreign = letters(desk, "other").get(0);
            assertThat(desk.admin
                            .events()
                            .deadLetters("audit", PageRequest.first(1))
                            .next())
                    .isPresent();
            missing(ErrorCode.DEAD_LETTER_NOT_FOUND, () -> desk.admin.events().replay("audit", foreign.id()));
            missing(ErrorCode.DEAD_LETTER_NOT_FOUND, () -> desk.admin.events().drop("audit", foreign.id()));
            desk.admin.events().replay("audit", first.id());
            Await.until("it is heard", () -> heard.size() == 1);
            desk.settle();
            desk.admin.events().drop("audit", second.id());
            missing(ErrorCode.DEAD_LETTER_NOT_FOUND, () -> desk.admin.events().drop("audit", second.id()));
            assertThat(letters(desk, "audit")).isEmpty();
            assertThat(heard)
                    .extracting(Event::id)
                    .containsExactly(first.event().orElseThrow());

            other.close();
            desk.admin.events().retireSubscription("other");
            assertThat(desk.tikit
                            .operations()
                            .deadLetters(desk.tenant, PageRequest.first(10))
                            .items())
                    .isEmpty();
            assertThat(desk.admin.events().subscriptions())
                    .extracting(SubscriptionStatus::name)
                    .containsExactly("audit");
        }
    }

    @Test
    void oneThatIsRetiredHearsNothingAndBeginsAnew() {
        try (DeskFixture desk = open()) {
            Subscription running = desk.admin.events().subscribe(AUDIT, listener);
            opened(desk, 1);
            desk.settle();
            desk.admin.events().retireSubscription("audit");
            missing(ErrorCode.SUBSCRIPTION_NOT_FOUND, () -> desk.admin.events().retireSubscription("audit"));
            opened(desk, 1);
            desk.settle();
            assertThat(desk.admin.events().subscriptions()).isEmpty();
            running.close();
            heard.clear();
            desk.admin.events().subscribe(AUDIT, listener);
            opened(desk, 1);
            desk.settle();
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void onlyThoseWhoMayAndOnlyWhatIsThere() {
        try (DeskFixture desk = open()) {
            missing(
                    ErrorCode.SUBSCRIPTION_NOT_FOUND,
                    () -> desk.admin.events().moveSubscription("nobody", SubscriptionStart.now()));
            missing(ErrorCode.SUBSCRIPTION_NOT_FOUND, () -> letters(desk, "nobody"));
            desk.admin.events().subscribe(AUDIT, listener);
            Event never = Event.builder()
                    .identity(desk.tenant, new EventId(new UUID(1, 1)))
                    .happened(EventTypes.TICKET_CREATED, new UUID(1, 1), 1)
                    .by(java.time.Instant.EPOCH, new io.tikit.api.Actor.Engine("x"), null)
                    .build();
            assertThatThrownBy(() -> desk.admin.events().moveSubscription("audit", SubscriptionStart.at(never)))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("not in the feed");
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> desk.as(desk.manager).events().subscriptions(),
                    () -> desk.as(desk.manager).events().moveSubscription("audit", SubscriptionStart.now()),
                    () -> desk.as(desk.agent).events().retireSubscription("audit"),
                    () -> desk.as(desk.agent).events().deadLetters("audit", PageRequest.first(1)),
                    () -> desk.as(desk.emily).events().replay("audit", new UUID(1, 1)),
                    () -> desk.as(desk.emily).events().drop("audit", new UUID(1, 1)))) {
                assertThatThrownBy(call).isInstanceOf(NotPermittedException.class);
            }
        }
    }

    @Test
    void theNodeThatReadsIsToldByWhicheverNode(@TempDir Path one, @TempDir Path two) throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture first = node(postgres, one);
                DeskFixture second = node(postgres, two)) {
            opened(first, 3);
            first.settle();
            first.admin.events().subscribe(AUDIT, listener);
            opened(first, 2);
            first.settle();
            assertThat(heard).hasSize(2);
            assertThat(status(second).subscribed()).isFalse();

            second.admin.events().moveSubscription("audit", SubscriptionStart.beginning());
            Await.until("the other node goes back", () -> heard.size() == 2 + 5);
            first.settle();
            assertThat(status(second).behind()).isZero();

            second.admin.events().retireSubscription("audit");
            opened(second, 1);
            // The name begins anew on the other node, while the listener of old hears no more.
            List<Event> anew = new CopyOnWriteArrayList<>();
            second.settle();
            first.settle();
            int before = heard.size();
            second.admin.events().subscribe(SubscriptionSpec.durable("later"), anew::add);
            opened(first, 1);
            first.settle();
            second.settle();
            assertThat(anew).hasSize(1);
            assertThat(heard).hasSize(before);
        }
    }

    private static DeskFixture node(EmbeddedPostgres postgres, Path home) {
        return new DeskFixture(builder -> builder.home(home)
                .setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }

    private static List<DeadLetter> letters(DeskFixture desk, String name) {
        return desk.admin.events().deadLetters(name, PageRequest.first(50)).items();
    }

    private static void missing(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

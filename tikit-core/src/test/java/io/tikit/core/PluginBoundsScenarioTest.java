package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.Command;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.error.InvalidException;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.tck.Await;
import io.tikit.tck.ManualClock;
import io.tikit.tck.ManualScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins may use, and what keeps them within their bounds. */
class PluginBoundsScenarioTest {
    private final AtomicBoolean free = new AtomicBoolean();

    /** Does not heed the interrupt until the test lets it. */
    private void hang() {
        while (!free.get()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @AfterEach
    void letGo() {
        free.set(true);
    }

    private static boolean isStuck(DeskFixture desk, String plugin) {
        return desk.tikit.health().findings().stream()
                .anyMatch(f ->
                        f.reason() == HealthReason.PLUGIN_STUCK && f.subject().equals(plugin));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what a plugin without generics can do
    @Test
    void partsThatDoNotFitAreRefusedTogether() {
        ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");
        TestPlugin odd = new TestPlugin("odd").contributing((to, context) -> {
            to.add((ExtensionPoint) ExtensionPoint.SCHEDULER, "no-scheduler", "a text");
            to.add(ExtensionPoint.TIMER_HANDLER, "same", new Noting("same", () -> {}));
        });
        TestPlugin more = new TestPlugin("other").contributing((to, context) -> {
            to.add(ExtensionPoint.TIMER_HANDLER, "same", new Noting("other", () -> {}));
            to.add(ExtensionPoint.TIMER_HANDLER, "bad", new Noting("Not A Name", () -> {}));
            to.add(ExtensionPoint.SCHEDULER, "manual", new ManualScheduler(clock));
        });
        assertThatThrownBy(() -> TikitEngine.builder()
                        .plugin(odd)
                        .plugin(more)
                        .setting("scheduler", "cuckoo")
                        .build())
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path() + " " + v.key())
                                .containsExactlyInAnyOrder(
                                        "plugin.odd wrong_type",
                                        "plugin.other twice",
                                        "timer bad_name",
                                        "scheduler unknown_part"))
                .hasMessageContaining("manual");
    }

    @Test
    void aPluginActsInItsOwnNameInAFolderOfItsOwn(@TempDir Path home) {
        AtomicReference<PluginContext> own = new AtomicReference<>();
        try (DeskFixture desk = new DeskFixture(builder ->
                builder.home(home).plugin(new TestPlugin("own").contributing((to, context) -> own.set(context))))) {
            Ticket ticket = desk.ticket("Printer");
            assertThat(own.get()
                            .desk(desk.tenant)
                            .conversations()
                            .note(AddNote.to(ticket.id(), "Mine"))
                            .author())
                    .isEqualTo(new Actor.Engine("own"));
            assertThat(own.get().home()).contains(home);
            assertThat(own.get().folder())
                    .hasValueSatisfying(folder -> assertThat(folder)
                            .isDirectory()
                            .isEqualTo(home.resolve("plugins").resolve("own")));
        }
    }

    @Test
    void tasksOfAPluginAreBoundedAndEndWithTheEngine() {
        AtomicReference<PluginContext> own = new AtomicReference<>();
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        try (DeskFixture desk = new DeskFixture(builder -> builder.setting("plugin.threads", "2")
                .plugin(new TestPlugin("busy").contributing((to, context) -> own.set(context))))) {
            for (int i = 0; i < 3; i++) {
                own.get().executor().execute(() -> {
                    begun.incrementAndGet();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
            }
            Await.until("two begin", () -> begun.get() == 2);
            assertThat(Await.within(Duration.ofMillis(100), () -> begun.get() > 2))
                    .as("a third begins")
                    .isFalse();
            assertThat(desk.tikit.health().findings()).isEmpty();
        }
        Await.until("they end", () -> interrupted.get() == 2);
        assertThatThrownBy(() -> own.get().executor().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aSchedulerThatHangsIsGivenUpAndTimersAreFoundByLooking() {
        ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");
        AtomicInteger done = new AtomicInteger();
        TestPlugin hanging = new TestPlugin("hanging").contributing((to, context) -> {
            to.add(ExtensionPoint.SCHEDULER, "hanging", new Hanging(new ManualScheduler(clock)));
            to.add(ExtensionPoint.TIMER_HANDLER, "noting", new Noting("noting", done::incrementAndGet));
        });
        try (DeskFixture desk = new DeskFixture(builder -> builder.clock(clock)
                .plugin(hanging)
                .setting("scheduler", "hanging")
                .setting("plugin.timeout.call", "PT1S"))) {
            Instant at = clock.instant().plusSeconds(60);
            desk.admin.together(List.of(ScheduleTimer.of("noting", "one", at)));
            Await.until(
                    "the finding",
                    () -> isStuck(desk, "hanging")
                            && desk.tikit.health().findings().stream()
                                    .anyMatch(f -> f.reason() == HealthReason.SCHEDULER_DOWN));
            clock.advance(Duration.ofMinutes(2));
            Await.until("the timer", () -> done.get() == 1);
            free.set(true);
        }
    }

    private final class Hanging implements Scheduler {
        private final Scheduler real;

        Hanging(Scheduler real) {
            this.real = real;
        }

        @Override
        public void open() {
            real.open();
        }

        @Override
        public void wake(String name, Instant at, Runnable action) {
            hang();
        }

        @Override
        public boolean cancel(String name) {
            return real.cancel(name);
        }

        @Override
        public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
            return real.next(cron, zone, after);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Test
    void aTimerHandlerThatHangsIsShownAndAskedNoMore() {
        ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");
        AtomicInteger asked = new AtomicInteger();
        TestPlugin hanging = new TestPlugin("hanging")
                .contributing((to, context) -> to.add(ExtensionPoint.TIMER_HANDLER, "h", new Noting("h", () -> {
                    asked.incrementAndGet();
                    hang();
                })));
        try (DeskFixture desk = new DeskFixture(builder -> builder.clock(clock)
                .plugin(hanging)
                .setting("timer.threads", "2")
                .setting("work.attempts", "1")
                .setting("work.timeout", "PT0.1S"))) {
            Instant at = clock.instant().plusSeconds(60);
            for (int i = 0; i < 20; i++) {
                desk.admin.together(List.of(ScheduleTimer.of("h", "t" + i, at)));
            }
            clock.advance(Duration.ofMinutes(2));
            Await.until("eight hang", () -> asked.get() >= 8 && isStuck(desk, "hanging"));
            // Two may be asked while the eighth is given up.
            assertThat(Await.within(Duration.ofMillis(500), () -> asked.get() > 10))
                    .as("it is asked on and on")
                    .isFalse();
            assertThat(desk.tikit
                            .operations()
                            .deadLetters(desk.tenant, PageRequest.first(50))
                            .items())
                    .as("those that hung are given up, the others wait")
                    .hasSizeLessThanOrEqualTo(10);
            free.set(true);
        }
    }

    private record Noting(String name, Runnable action) implements TimerHandler {
        @Override
        public List<Command<?>> due(DueTimer due) {
            action.run();
            return List.of();
        }
    }
}

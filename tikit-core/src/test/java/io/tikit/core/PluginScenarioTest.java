package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Command;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.PluginException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.plugin.PluginValue;
import io.tikit.api.plugin.PutPluginValue;
import io.tikit.api.plugin.RemovePluginValue;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.PluginStore;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import io.tikit.tck.Await;
import io.tikit.tck.ManualClock;
import io.tikit.tck.ManualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plugins that behave and plugins that do not. */
class PluginScenarioTest {
    private record Consumer(String name, HandleStep step) implements WorkConsumer {
        interface HandleStep {
            void handle(Work work) throws Exception;
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of(EventTypes.TICKET_CREATED);
        }

        @Override
        public void handle(Work work) throws Exception {
            step.handle(work);
        }
    }

    /** Does not heed the interrupt, but does not outlive the test for long. */
    private static void hang() {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() - end < 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void pluginsStartBehindThoseTheyNameElseByIdAndStopInReverse() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        TikitEngine.Builder builder = TikitEngine.builder();
        for (PluginDescriptor one : List.of(
                PluginDescriptor.of("c", "1").startingAfter("d", "absent"),
                PluginDescriptor.of("a", "1").requiring("b"),
                PluginDescriptor.of("d", "1"),
                PluginDescriptor.of("b", "1"))) {
            builder.plugin(new TestPlugin(one)
                    .starting(() -> order.add("+" + one.id()))
                    .stopping(() -> order.add("-" + one.id())));
        }
        builder.build().close();
        assertThat(order).containsExactly("+b", "+a", "+d", "+c", "-c", "-d", "-a", "-b");
    }

    @Test
    void allThatIsWrongWithPluginsIsSaidAtOnce() {
        TikitEngine.Builder builder = TikitEngine.builder()
                .discoverPlugins(false)
                .plugin(new TestPlugin(PluginDescriptor.of("x", "1").startingAfter("y")))
                .plugin(new TestPlugin(PluginDescriptor.of("y", "1").requiring("x")))
                .plugin(new TestPlugin("one").contributing(PluginScenarioTest::scheduler))
                .plugin(new TestPlugin("two")
                        .contributing((to, context) -> to.add(
                                ExtensionPoint.SCHEDULER,
                                "other",
                                new ManualScheduler(ManualClock.at("2026-03-01T08:00:00Z")))))
                .plugin(new TestPlugin("bad").contributing((to, context) -> {
                    throw new IllegalStateException("no");
                }))
                .require("bad")
                .require("gone");
        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path() + " " + v.key())
                                .containsExactlyInAnyOrder(
                                        "plugins cycle",
                                        "plugin.gone plugin_missing",
                                        "plugin.bad contribute",
                                        "scheduler ambiguous"))
                .hasMessageContaining("manual of plugin one")
                .hasMessageContaining("other of plugin two")
                .hasMessageContaining("choose one by the setting 'scheduler'")
                .hasMessageContaining("x, y");
    }

    private static void scheduler(Contributions to, PluginContext context) {
        Scheduler scheduler = new ManualScheduler(ManualClock.at("2026-03-01T08:00:00Z"));
        to.add(ExtensionPoint.SCHEDULER, "manual", scheduler);
    }

    @Test
    void aChoiceSettlesWhichPartServes() {
        TikitEngine.builder()
                .plugin(new TestPlugin("one").contributing(PluginScenarioTest::scheduler))
                .setting("scheduler", "manual")
                .build()
                .close();
    }

    @Test
    void anOptionalPluginThatFailsIsLeftOutWithThoseThatNeedIt() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        TestPlugin broken = new TestPlugin("broken")
                .contributing((to, context) -> to.add(
                        ExtensionPoint.WORK_CONSUMER, "broken", new Consumer("broken", work -> heard.add("broken"))))
                .starting(() -> {
                    throw new IllegalStateException("no licence");
                })
                .stopping(() -> heard.add("stopped"));
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(broken)
                .plugin(new TestPlugin(PluginDescriptor.of("behind", "1").requiring("broken"))))) {
            assertThat(desk.tikit.health().findings())
                    .extracting(f -> f.reason() + " " + f.subject())
                    .containsExactly("PLUGIN_DOWN behind", "PLUGIN_DOWN broken");
            assertThat(desk.tikit.health().findings().toString()).contains("no licence");
            desk.ticket("Goes on");
            assertThat(desk.tikit.operations().awaitDelivery(Duration.ofSeconds(20)))
                    .isTrue();
        }
        assertThat(heard).containsExactly("stopped");
    }

    @Test
    void aRequiredOneEndsTheStartAndAHangingOneDoesNotHoldItUp() {
        TikitEngine.Builder builder = TikitEngine.builder()
                .setting("plugin.timeout.start", "PT0.3S")
                .plugin(new TestPlugin("slow").starting(PluginScenarioTest::hang))
                .plugin(new TestPlugin("torn").starting(() -> {
                    throw new java.io.IOException("unreachable");
                }));
        try (Tikit tikit = builder.build()) {
            assertThat(tikit.health().findings())
                    .extracting(f -> f.reason() + " " + f.subject())
                    .containsExactly("PLUGIN_DOWN slow", "PLUGIN_DOWN torn", "PLUGIN_STUCK slow");
        }
        assertThatThrownBy(() -> builder.require("slow").require("torn").build())
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path())
                                .containsExactly("plugin.slow", "plugin.torn"));
    }

    @Test
    void aConsumerThatHangsIsShownAndDoesNotKeepTheEngineFromClosing() {
        TestPlugin hanging = new TestPlugin("hanging")
                .contributing((to, context) ->
                        to.add(ExtensionPoint.WORK_CONSUMER, "hanging", new Consumer("hanging", work -> hang())));
        DeskFixture desk = new DeskFixture(builder ->
                builder.plugin(hanging).setting("work.timeout", "PT0.2S").setting("plugin.timeout.stop", "PT1S"));
        desk.ticket("Waits");
        Await.until(
                "the finding",
                () -> desk.tikit.health().findings().stream()
                        .anyMatch(f -> f.reason() == HealthReason.PLUGIN_STUCK
                                && f.subject().equals("hanging")));
        long before = System.nanoTime();
        desk.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aPluginKeepsValuesInTheUnitOfItsCommands() {
        PluginContext[] own = new PluginContext[2];
        TestPlugin remembering = new TestPlugin("remembering").contributing((to, context) -> {
            own[0] = context;
            to.add(ExtensionPoint.WORK_CONSUMER, "remembering", new Consumer("remembering", work -> {
                work.desk()
                        .together(List.of(
                                AddNote.to(work.event().ticket().orElseThrow(), "seen"),
                                PutPluginValue.of("seen/" + work.event().subject(), "1")
                                        .ifAbsent()));
                if (work.attempt() == 1) {
                    throw new IllegalStateException("after the commit");
                }
            }));
            assertThatThrownBy(() -> context.desk(io.tikit.api.TenantId.of("acme")))
                    .isInstanceOf(IllegalStateException.class);
        });
        TestPlugin other = new TestPlugin("other").contributing((to, context) -> own[1] = context);
        try (DeskFixture desk = new DeskFixture(
                builder -> builder.plugin(remembering).plugin(other).setting("work.backoff", "PT0.01S"))) {
            Ticket ticket = desk.ticket("Remembered");
            PluginStore store = own[0].store(desk.tenant);
            String key = "seen/" + ticket.id().value();
            Await.until("the value", () -> store.find(key).isPresent());
            desk.settle();
            PluginValue seen = store.find(key).orElseThrow();
            assertThat(store.list("seen/", PageRequest.first(10)).items()).containsExactly(seen);
            assertThat(own[1].store(desk.tenant).find(key)).isEmpty();
            assertThat(own[1].store(desk.tenant).list("", PageRequest.first(10)).items())
                    .isEmpty();
            PluginValue next = store.put(PutPluginValue.of(key, "2").expecting(seen.revision()));
            assertThatThrownBy(() -> store.put(PutPluginValue.of(key, "3").expecting(seen.revision())))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_VALUE_CONFLICT));
            assertThat(store.find(key)).contains(next);
            assertThat(next.revision()).isGreaterThan(seen.revision());
            assertThat(store.remove(RemovePluginValue.of(key))).isTrue();
            assertThat(store.remove(RemovePluginValue.of(key))).isFalse();
            assertThatThrownBy(() -> desk.admin.together(List.of(PutPluginValue.of("k", "v"))))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> store.put(PutPluginValue.of("a b", "v"))).isInstanceOf(InvalidException.class);
            assertThat(own[0].desk(desk.tenant).tickets().find(ticket.id())).isPresent();
        }
    }

    @Test
    void aTimerOfAPluginIsDoneInItsNameAndOneOfAPluginThatIsDownWaits() {
        ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");
        PluginContext[] own = new PluginContext[1];
        TestPlugin reminding = new TestPlugin("reminding").contributing((to, context) -> {
            own[0] = context;
            to.add(ExtensionPoint.TIMER_HANDLER, "reminding", new Keeping("reminding"));
        });
        TestPlugin broken = new TestPlugin("broken")
                .contributing((to, context) -> to.add(ExtensionPoint.TIMER_HANDLER, "broken", new Keeping("broken")))
                .starting(() -> {
                    throw new IllegalStateException("no licence");
                });
        try (DeskFixture desk = new DeskFixture(
                builder -> builder.clock(clock).plugin(reminding).plugin(broken))) {
            Instant at = clock.instant().plusSeconds(60);
            desk.admin.together(
                    List.of(ScheduleTimer.of("reminding", "one", at), ScheduleTimer.of("broken", "one", at)));
            clock.advance(Duration.ofMinutes(2));
            desk.settle();
            assertThat(own[0].store(desk.tenant).find("one")).isPresent();
            assertThat(desk.tikit
                            .operations()
                            .deadLetters(desk.tenant, PageRequest.first(10))
                            .items())
                    .isEmpty();
            assertThat(desk.tikit.operations().nextTimer()).isEmpty();
            assertThat(desk.admin.timers().find("broken", "one")).isPresent();
            assertThat(desk.admin.timers().find("reminding", "one")).isEmpty();
        }
    }

    @Test
    void aCommandDoesNotSlipPastAPluginThatIsDown() {
        TestPlugin broken = new TestPlugin("broken")
                .contributing((to, context) -> to.add(ExtensionPoint.INTERCEPTOR, "guard", new Guard("guard", true)))
                .starting(() -> {
                    throw new IllegalStateException("no licence");
                });
        TestPlugin hint = new TestPlugin("hint")
                .contributing((to, context) -> to.add(ExtensionPoint.INTERCEPTOR, "hint", new Guard("hint", false)))
                .starting(() -> {
                    throw new IllegalStateException("no licence");
                });
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(broken))) {
            assertThatThrownBy(() -> desk.ticket("Free lunch")).isInstanceOf(PluginException.class);
        }
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(hint))) {
            desk.ticket("Free lunch");
        }
    }

    private record Guard(String name, boolean isRequired) implements Interceptor {
        @Override
        public Set<Class<? extends Command<?>>> commands() {
            return Set.of(CreateTicket.class);
        }

        @Override
        public Answer intercept(PendingCommand command) {
            return Answer.NOTHING;
        }
    }

    /** Keeps a value of its plugin when its timer is due. */
    private record Keeping(String name) implements TimerHandler {
        @Override
        public List<Command<?>> due(DueTimer due) {
            return List.of(PutPluginValue.of(due.timer().key(), "done").ifAbsent());
        }
    }
}

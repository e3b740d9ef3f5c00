package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.Command;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.Event;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.timer.CancelTimer;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.tck.Await;
import io.tikit.tck.ManualClock;
import io.tikit.tck.ManualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What happens later, with a clock that the test moves. */
class TimerScenarioTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Writes a note, and goes on a day later if the payload says so. */
    private static final class Reminder implements TimerHandler {
        final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public String name() {
            return "reminder";
        }

        @Override
        public List<Command<?>> due(DueTimer due) {
            if (broken.get()) {
                throw new IllegalStateException("told to fail");
            }
            TicketId ticket = new TicketId(due.timer().subject().orElseThrow());
            assertThat(due.desk().tickets().find(ticket)).isPresent();
            Command<?> note = AddNote.to(ticket, "due at " + due.timer().at());
            return switch (due.timer().payload()) {
                case "daily" -> List.of(note, again(due, ticket, Duration.ofDays(1)));
                case "breathless" -> List.of(note, again(due, ticket, Duration.ZERO));
                case "writing" -> {
                    due.desk().conversations().note(AddNote.to(ticket, "not here"));
                    yield List.of();
                }
                default -> List.of(note);
            };
        }

        private static ScheduleTimer again(DueTimer due, TicketId ticket, Duration pause) {
            return ScheduleTimer.of(
                            "reminder", due.timer().key(), due.timer().at().plus(pause))
                    .on(ticket)
                    .withPayload(due.timer().payload());
        }
    }

    private record Plugin(Reminder reminder, ManualScheduler scheduler) implements TikitPlugin {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("reminder", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.TIMER_HANDLER, reminder.name(), reminder);
            to.add(ExtensionPoint.SCHEDULER, "manual", scheduler);
        }
    }

    private final ManualClock clock = ManualClock.at(START);
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final Reminder reminder = new Reminder();

    private DeskFixture open() {
        return new DeskFixture(builder -> builder.clock(clock)
                .plugin(new Plugin(reminder, scheduler))
                .setting("scheduler", "manual")
                .setting("work.attempts", "3")
                .setting("work.backoff", "PT1S"));
    }

    /** Moves the clock from timer to timer, so that each is done at its own time; the scheduler alone wakes the engine. */
    private void travel(DeskFixture desk, Instant to) {
        for (Optional<Instant> next = desk.tikit.operations().nextTimer();
                next.isPresent() && !next.get().isAfter(to);
                next = desk.tikit.operations().nextTimer()) {
            Instant at = next.get();
            if (at.isAfter(clock.instant())) {
                Await.until(
                        "the engine asks to be woken",
                        () -> scheduler.waiting().contains("tikit-timers")
                                && scheduler
                                        .nextDue()
                                        .filter(due -> !due.isAfter(at))
                                        .isPresent());
                clock.advanceTo(at);
            }
            Await.until(
                    "what is due is done",
                    () -> desk.tikit
                            .operations()
                            .nextTimer()
                            .filter(due -> !due.isAfter(at))
                            .isEmpty());
        }
        clock.advanceTo(to);
        desk.settle();
    }

    private static List<String> notes(DeskFixture desk, Ticket ticket) {
        return desk.admin.conversations().entries(ticket.id(), PageRequest.first(500)).items().stream()
                .map(Entry::body)
                .filter(body -> body.startsWith("due at"))
                .toList();
    }

    @Test
    void aTimerIsDoneOnceAtItsTimeAndItsEventNamesTheCause() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Wake up");
            Instant at = START.plus(Duration.ofHours(2));
            desk.admin.together(List.of(
                    UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("Sleeping")),
                    ScheduleTimer.of("reminder", "one", at).on(ticket.id())));
            assertThat(desk.admin.timers().about(ticket.id().value())).hasSize(1);
            travel(desk, at.minusMillis(1));
            desk.settle();
            assertThat(notes(desk, ticket)).isEmpty();
            travel(desk, at.plusSeconds(60));
            desk.settle();
            assertThat(notes(desk, ticket)).containsExactly("due at " + at);
            assertThat(desk.admin.timers().find("reminder", "one")).isEmpty();
            List<Event> history = desk.admin
                    .tickets()
                    .history(ticket.id(), PageRequest.first(10))
                    .items();
            Event last = history.get(2);
            assertThat(last.actor()).isEqualTo(new Actor.Engine("reminder"));
            assertThat(last.cause()).contains(history.get(1).id());
            assertThat(last.depth()).isEqualTo(1);
            assertThat(last.at()).isEqualTo(at);
        }
    }

    @Test
    void aYearOfDailyTimersPassesInAMoment() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Every day");
            desk.admin
                    .timers()
                    .schedule(ScheduleTimer.of("reminder", "daily", START.plus(Duration.ofDays(1)))
                            .on(ticket.id())
                            .withPayload("daily"));
            Instant end = START.atZone(ZoneOffset.UTC).plus(Period.ofYears(1)).toInstant();
            travel(desk, end);
            assertThat(notes(desk, ticket)).hasSize(365).doesNotHaveDuplicates();
            List<Event> history = desk.admin
                    .tickets()
                    .history(ticket.id(), PageRequest.first(500))
                    .items();
            assertThat(history.get(365).at()).isEqualTo(end);
            assertThat(history).allSatisfy(event -> assertThat(event.depth()).isLessThan(2));
        }
    }

    @Test
    void whatWasMissedIsCaughtUpInOrder() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Missed");
            desk.tikit.operations().pauseDelivery();
            for (int i = 30; i > 0; i--) {
                desk.admin
                        .timers()
                        .schedule(ScheduleTimer.of("reminder", "k" + i, START.plusSeconds(i))
                                .on(ticket.id()));
            }
            clock.advance(Duration.ofDays(3));
            assertThat(desk.tikit.health().findings())
                    .extracting(f -> f.reason())
                    .contains(HealthReason.TIMERS_LAGGING);
            desk.tikit.operations().resumeDelivery();
            desk.settle();
            assertThat(notes(desk, ticket)).hasSize(30).isSorted();
        }
    }

    @Test
    void whatFailsIsTriedAgainThenLiesDeadUntilReplayed() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Fails");
            reminder.broken.set(true);
            desk.admin
                    .timers()
                    .schedule(ScheduleTimer.of("reminder", "k", START).on(ticket.id()));
            Await.until("a dead letter", () -> {
                clock.advance(Duration.ofSeconds(10));
                return !letters(desk).isEmpty();
            });
            DeadLetter letter = letters(desk).get(0);
            assertThat(letter.consumer()).isEqualTo("timer/reminder");
            assertThat(letter.ticket()).contains(ticket.id());
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.error()).contains("told to fail");
            assertThat(desk.tikit.health().findings())
                    .extracting(f -> f.reason())
                    .contains(HealthReason.DEAD_LETTERS);
            reminder.broken.set(false);
            desk.tikit.operations().replay(desk.tenant, letter.id());
            desk.settle();
            assertThat(letters(desk)).isEmpty();
            assertThat(notes(desk, ticket)).hasSize(1);
        }
    }

    @Test
    void timersThatDriveThemselvesWithoutPauseAreStopped() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Loop");
            desk.admin.together(List.of(
                    UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("Looping")),
                    ScheduleTimer.of("reminder", "loop", START).on(ticket.id()).withPayload("breathless")));
            Await.until("the loop is stopped", () -> {
                clock.advance(Duration.ofSeconds(10));
                return !letters(desk).isEmpty();
            });
            assertThat(letters(desk).get(0).error()).contains("react to each other without end");
            assertThat(notes(desk, ticket)).hasSizeBetween(8, 11);
        }
    }

    @Test
    void aHandlerOnlyReadsAndItsCommandsAreTheOnesItGives() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Reads");
            desk.admin
                    .timers()
                    .schedule(ScheduleTimer.of("reminder", "w", START)
                            .on(ticket.id())
                            .withPayload("writing"));
            Await.until("a dead letter", () -> {
                clock.advance(Duration.ofSeconds(10));
                return !letters(desk).isEmpty();
            });
            assertThat(letters(desk).get(0).error()).contains("for reading");
        }
    }

    @Test
    void timersAreForThoseWhoMay() {
        try (DeskFixture desk = open()) {
            ScheduleTimer command = ScheduleTimer.of("reminder", "k", START.plusSeconds(60));
            assertThatThrownBy(() -> desk.as(desk.manager).timers().schedule(command))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> desk.as(desk.emily).timers().find("reminder", "k"))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> desk.admin
                            .timers()
                            .schedule(ScheduleTimer.of("nobody", "a b", Instant.EPOCH.minusMillis(1))))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.violations())
                                    .extracting(v -> v.path())
                                    .contains("handler", "key", "at"));
            desk.service(Role.ADMIN).timers().schedule(command);
            assertThat(desk.admin.timers().cancel(CancelTimer.of("reminder", "k")))
                    .isTrue();
            assertThat(desk.admin.timers().cancel(CancelTimer.of("reminder", "k")))
                    .isFalse();
        }
    }

    private static List<DeadLetter> letters(DeskFixture desk) {
        return desk.tikit
                .operations()
                .deadLetters(desk.tenant, PageRequest.first(10))
                .items();
    }
}

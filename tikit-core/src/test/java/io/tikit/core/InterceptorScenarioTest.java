package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Actor;
import io.tikit.api.Command;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.PluginException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.Fact;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What those who have a say before commands can do, and cannot. */
class InterceptorScenarioTest {
    @FunctionalInterface
    private interface Say {
        Answer to(PendingCommand command) throws Exception;
    }

    private record Speaker(String name, Set<Class<? extends Command<?>>> commands, boolean isRequired, Say say)
            implements Interceptor, TikitPlugin {
        Speaker(String name, Say say) {
            this(name, Set.of(CreateTicket.class, UpdateTicket.class, Reply.class), true, say);
        }

        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("plugin-" + name, "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.INTERCEPTOR, name, this);
        }

        @Override
        public Answer intercept(PendingCommand command) throws Exception {
            return say.to(command);
        }
    }

    private static DeskFixture open(Speaker... speakers) {
        Consumer<TikitEngine.Builder> options = builder -> {
            builder.setting("interceptor.timeout", "PT0.2S");
            List.of(speakers).forEach(builder::plugin);
        };
        return new DeskFixture(options);
    }

    private static Event lastEvent(DeskFixture desk, Ticket ticket) {
        List<Event> events =
                desk.admin.tickets().history(ticket.id(), PageRequest.first(50)).items();
        return events.get(events.size() - 1);
    }

    @Test
    void whatIsSaidIsKeptWithTheEventInOrderAndOnlyForThoseWhoWork() {
        List<List<Fact>> seen = new ArrayList<>();
        Speaker second = new Speaker("b-contract", command -> {
            seen.add(command.facts());
            return Answer.NOTHING
                    .knowing("level", new FieldValue.Text("gold"))
                    .knowing("days", new FieldValue.Whole(30));
        });
        Speaker first = new Speaker("a-payments", command -> Answer.NOTHING.knowing("paid", new FieldValue.Flag(true)));
        try (DeskFixture desk = open(second, first)) {
            Ticket ticket = desk.ticket("Facts");
            List<Fact> wanted = List.of(
                    new Fact("a-payments", "paid", Optional.of(new FieldValue.Flag(true))),
                    new Fact("b-contract", "level", Optional.of(new FieldValue.Text("gold"))),
                    new Fact("b-contract", "days", Optional.of(new FieldValue.Whole(30))));
            assertThat(lastEvent(desk, ticket).facts()).isEqualTo(wanted);
            assertThat(seen).containsExactly(wanted.subList(0, 1));
            assertThat(desk.as(desk.agent)
                            .tickets()
                            .explain(ticket.id(), TicketFields.SUBJECT.key())
                            .causes()
                            .get(0)
                            .facts())
                    .isEqualTo(wanted);
            assertThat(desk.as(desk.emily)
                            .tickets()
                            .history(ticket.id(), PageRequest.first(5))
                            .items())
                    .allSatisfy(event -> assertThat(event.facts()).isEmpty());
            assertThat(desk.as(desk.emily)
                            .tickets()
                            .explain(ticket.id(), TicketFields.SUBJECT.key())
                            .causes())
                    .hasSize(1)
                    .allSatisfy(event -> assertThat(event.facts()).isEmpty());
        }
    }

    @Test
    void whatIsAddedWinsNeedsNoPermissionAndIsExplained() {
        TeamId[] team = new TeamId[1];
        Speaker speaker = new Speaker("router", command -> {
            if (command.command() instanceof Reply) {
                return Answer.NOTHING.changing(new TicketChange.SetStatus(Status.PENDING));
            }
            assertThat(command.actor()).isInstanceOf(Actor.User.class);
            return Answer.NOTHING
                    .changing(new TicketChange.SetTeam(team[0]))
                    .changing(new TicketChange.SetPriority(Priority.HIGH));
        });
        try (DeskFixture desk = open(speaker)) {
            team[0] = desk.hardware.id();
            Ticket ticket = desk.as(desk.emily)
                    .tickets()
                    .create(CreateTicket.of("Broken", desk.emily.id()).withPriority(Priority.LOW));
            assertThat(ticket.team()).contains(desk.hardware.id());
            assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
            Event why = desk.admin
                    .tickets()
                    .explain(ticket.id(), TicketFields.PRIORITY.key())
                    .causes()
                    .get(0);
            assertThat(why.actor()).isEqualTo(new Actor.User(desk.emily.id()));
            assertThat(why.facts())
                    .contains(new Fact("router", "set.priority", Optional.of(FieldValue.Choice.of(Priority.HIGH))));
            desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "On it."));
            assertThat(desk.admin.tickets().get(ticket.id()).status()).isEqualTo(Status.PENDING);

            // What is added is checked like the rest.
            team[0] = new TeamId(new UUID(1, 1));
            assertThatThrownBy(() -> desk.ticket("Nowhere"))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.violations())
                                    .extracting(Violation::path)
                                    .containsExactly("team"));
        }
    }

    @Test
    void refusalsOfAllAboutAllCommandsComeAtOnceAndNothingIsWritten() {
        Speaker one = new Speaker(
                "one",
                command ->
                        Answer.refusing(new Violation("requester", "one.unpaid", "has not paid", Map.of("months", 3))));
        Speaker two = new Speaker("two", command -> {
            UpdateTicket update = command.command() instanceof UpdateTicket given ? given : null;
            return update == null
                    ? Answer.NOTHING
                    : Answer.refusing(Violation.of("changes", "two.frozen", "is frozen"));
        });
        try (DeskFixture desk = open(one, two)) {
            UpdateTicket update =
                    UpdateTicket.of(new io.tikit.api.ticket.TicketId(new UUID(9, 9)), new TicketChange.SetSubject("x"));
            assertThatThrownBy(() -> desk.admin.together(List.of(CreateTicket.of("Refused", desk.emily.id()), update)))
                    .isInstanceOfSatisfying(InvalidException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_COMMAND);
                        assertThat(e.violations())
                                .extracting(v -> v.path() + " " + v.key())
                                .containsExactly(
                                        "commands[0].requester one.unpaid",
                                        "commands[1].requester one.unpaid",
                                        "commands[1].changes two.frozen");
                    });
            assertThat(desk.admin
                            .tickets()
                            .list(TicketQuery.where(TicketFields.REQUESTER.is(desk.emily.id())))
                            .items())
                    .isEmpty();
            // Teams are not what they asked to hear about.
            assertThat(desk.admin.people().createTeam(CreateTeam.of("Free")).name())
                    .isEqualTo("Free");
        }
    }

    @Test
    void aRequiredOneThatFailsFailsTheCommandAndAnotherIsPassedOver() {
        ConcurrentLinkedQueue<String> mood = new ConcurrentLinkedQueue<>();
        Say failing = command -> switch (mood.isEmpty() ? "" : mood.peek()) {
            case "throws" -> throw new IllegalStateException("told to fail");
            case "lies" -> Answer.NOTHING.knowing("Not A Name", new FieldValue.Flag(true));
            case "dictates" -> Answer.NOTHING.changing(new TicketChange.SetSubject(""));
            default -> Answer.NOTHING;
        };
        Speaker must = new Speaker("must", failing);
        Speaker may = new Speaker("may", Set.of(), false, failing);
        for (String how : List.of("throws", "lies", "dictates")) {
            try (DeskFixture desk = open(must)) {
                mood.add(how);
                assertThatThrownBy(() -> desk.ticket("Fails")).isInstanceOfSatisfying(PluginException.class, e -> {
                    assertThat(e.plugin()).isEqualTo("plugin-must");
                    assertThat(e.getMessage()).contains("must");
                });
                assertThat(desk.tikit.health().findings())
                        .extracting(f -> f.reason() + " " + f.subject())
                        .contains(HealthReason.INTERCEPTOR_FAILING + " must");
                mood.clear();
                desk.ticket("Works");
                assertThat(desk.tikit.health().findings()).isEmpty();
            }
            try (DeskFixture desk = open(may)) {
                mood.add(how);
                Ticket ticket = desk.ticket("Goes on");
                assertThat(lastEvent(desk, ticket).facts())
                        .containsExactly(
                                new Fact("may", "skipped.because", Optional.of(new FieldValue.Text("failure"))));
                mood.clear();
            }
        }
    }

    @Test
    void oneThatHangsIsGivenUpAndNotAskedForAWhile() {
        CountDownLatch never = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        Say hanging = command -> {
            asked.add("asked");
            never.await();
            return Answer.NOTHING;
        };
        try (DeskFixture desk = open(new Speaker("stuck", Set.of(CreateTicket.class), false, hanging))) {
            for (int i = 0; i < 5; i++) {
                Ticket ticket = desk.ticket("Goes on " + i);
                assertThat(lastEvent(desk, ticket).facts())
                        .containsExactly(
                                new Fact("stuck", "skipped.because", Optional.of(new FieldValue.Text("timeout"))));
            }
            assertThat(asked).hasSize(3);
        }
        try (DeskFixture desk = open(new Speaker("stuck", hanging))) {
            assertThatThrownBy(() -> desk.ticket("Fails")).isInstanceOfSatisfying(TikitException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.PART_UNAVAILABLE);
                assertThat(e.code().isRetryable()).isTrue();
            });
        }
    }

    @Test
    void anInterceptorOnlyReads() {
        Speaker speaker = new Speaker("reader", command -> {
            assertThat(command.desk().people().teams(PageRequest.first(5)).items())
                    .hasSize(1);
            assertThatThrownBy(() -> command.desk().people().createTeam(CreateTeam.of("Not here")))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("for reading");
            return Answer.NOTHING;
        });
        try (DeskFixture desk = open(speaker)) {
            assertThat(desk.ticket("Read").subject()).isEqualTo("Read");
        }
    }

    @Test
    void aRepeatedCommandIsAskedAboutAgainAndDoneOnce() {
        try (DeskFixture desk = open(
                new Speaker("clerk", command -> Answer.NOTHING.knowing("at", new FieldValue.Moment(command.now()))))) {
            CreateTicket command =
                    CreateTicket.of("Once", desk.emily.id()).withKey(io.tikit.api.IdempotencyKey.of("mail", "1"));
            Ticket first = desk.as(desk.emily).tickets().create(command);
            assertThat(desk.as(desk.emily).tickets().create(command)).isEqualTo(first);
            assertThat(desk.admin
                            .tickets()
                            .history(first.id(), PageRequest.first(5))
                            .items())
                    .hasSize(1);
        }
    }
}

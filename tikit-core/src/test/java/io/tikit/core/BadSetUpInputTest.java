package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Command;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Field;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.Configuration;
import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.RollbackDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.SubscriptionStart;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.timer.CancelTimer;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Bad input to configuration, timers, conditions and subscriptions ends in a failure with a code and texts in every
 * language, and nothing is written.
 */
class BadSetUpInputTest {
    private static final String HUGE = "x".repeat(1024 * 1024);
    private static final String FLOOR = "{\"type\":\"whole\"}";
    private static final DocumentKey NOTHING = DocumentKey.of("field", "nothing");
    private static final Instant SOON = Instant.parse("2100-01-01T00:00:00Z");
    private static final Cursor FOREIGN = new Cursor("AAAA");

    private static DeskFixture desk;

    private record Bell() implements TikitPlugin, TimerHandler {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("bell", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.TIMER_HANDLER, name(), this);
        }

        @Override
        public String name() {
            return "bell";
        }

        @Override
        public List<Command<?>> due(DueTimer due) {
            return List.of();
        }
    }

    @BeforeAll
    static void open() {
        desk = new DeskFixture(builder -> builder.plugin(new Bell()));
        desk.admin.configuration().save(SaveDocument.of("field", "floor", "Floor", FLOOR));
        desk.admin.events().subscribe(io.tikit.api.event.SubscriptionSpec.durable("audit"), event -> {});
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> configurationRefusesBadInput() {
        Configuration setUp = desk.admin.configuration();
        return Stream.of(
                bad(
                        "kind unknown",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.save(SaveDocument.of("nothing", "a", "A", "{}"))),
                bad("label blank", ErrorCode.INVALID_COMMAND, () -> save(" ", FLOOR)),
                bad("label huge", ErrorCode.INVALID_COMMAND, () -> save(HUGE, FLOOR)),
                bad("label with a line break", ErrorCode.INVALID_COMMAND, () -> save("a\nb", FLOOR)),
                bad("body empty", ErrorCode.INVALID_COMMAND, () -> save("A", "")),
                bad("body huge", ErrorCode.INVALID_COMMAND, () -> save("A", "{\"type\":\"" + HUGE + "\"}")),
                bad("body not JSON", ErrorCode.INVALID_COMMAND, () -> save("A", "{\"type\":")),
                bad("body a list", ErrorCode.INVALID_COMMAND, () -> save("A", "[]")),
                bad("body deep", ErrorCode.INVALID_COMMAND, () -> save("A", "[".repeat(100_000))),
                bad("member unknown", ErrorCode.INVALID_COMMAND, () -> save("A", "{\"type\":\"whole\",\"x\":1}")),
                bad(
                        "member twice",
                        ErrorCode.INVALID_COMMAND,
                        () -> save("A", "{\"type\":\"whole\",\"type\":\"flag\"}")),
                bad("type unknown", ErrorCode.INVALID_COMMAND, () -> save("A", "{\"type\":\"colour\"}")),
                bad("type a number", ErrorCode.INVALID_COMMAND, () -> save("A", "{\"type\":7}")),
                bad("type missing", ErrorCode.INVALID_COMMAND, () -> save("A", "{}")),
                bad(
                        "text too long",
                        ErrorCode.INVALID_COMMAND,
                        () -> save("A", "{\"type\":\"text\",\"longest\":1000000}")),
                bad(
                        "scale below zero",
                        ErrorCode.INVALID_COMMAND,
                        () -> save("A", "{\"type\":\"decimal\",\"scale\":-1}")),
                bad("choice without options", ErrorCode.INVALID_COMMAND, () -> save("A", "{\"type\":\"choice\"}")),
                bad(
                        "option twice",
                        ErrorCode.INVALID_COMMAND,
                        () -> save(
                                "A",
                                "{\"type\":\"choice\",\"options\":[{\"key\":\"a\",\"rank\":1,\"label\":\"A\"},"
                                        + "{\"key\":\"a\",\"rank\":1,\"label\":\"B\"}]}")),
                bad(
                        "option not an object",
                        ErrorCode.INVALID_COMMAND,
                        () -> save("A", "{\"type\":\"choice\",\"options\":[1]}")),
                bad(
                        "type of a field changed",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.save(SaveDocument.of("field", "floor", "Floor", "{\"type\":\"flag\"}"))),
                bad(
                        "branding of another key",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.save(SaveDocument.of("branding", "mine", "A", "{\"name\":\"A\"}"))),
                bad(
                        "branding with a bad colour",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.save(SaveDocument.of(
                                "branding", "desk", "A", "{\"name\":\"A\",\"colours\":{\"primary\":\"red\"}}"))),
                bad(
                        "branding with a bad address",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.save(SaveDocument.of(
                                "branding", "desk", "A", "{\"name\":\"A\",\"portal\":\"javascript:alert(1)\"}"))),
                bad(
                        "version expected of what is new",
                        ErrorCode.CONFIGURATION_CONFLICT,
                        () -> setUp.save(
                                SaveDocument.of("field", "fresh", "A", FLOOR).expecting(3))),
                bad("nothing retired", ErrorCode.DOCUMENT_NOT_FOUND, () -> setUp.retire(RetireDocument.of(NOTHING))),
                bad(
                        "nothing restored",
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        () -> setUp.retire(RetireDocument.restoring(NOTHING))),
                bad(
                        "nothing rolled back",
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        () -> setUp.rollback(RollbackDocument.of(NOTHING, 1))),
                bad(
                        "rolled back to nothing",
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        () -> setUp.rollback(RollbackDocument.of(DocumentKey.of("field", "floor"), 99))),
                bad(
                        "history of nothing",
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        () -> setUp.history(NOTHING, PageRequest.first(1))),
                bad(
                        "documents, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> setUp.list("field", PageRequest.first(1).after(FOREIGN))),
                bad(
                        "history, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> setUp.history(
                                DocumentKey.of("field", "floor"),
                                PageRequest.first(1).after(FOREIGN))),
                bad("plan of nothing", ErrorCode.INVALID_COMMAND, () -> setUp.plan("")),
                bad("plan of something else", ErrorCode.INVALID_COMMAND, () -> setUp.plan("{\"a\":1}")),
                bad("plan without documents", ErrorCode.INVALID_COMMAND, () -> setUp.plan(text("7"))),
                bad("plan of what is no document", ErrorCode.INVALID_COMMAND, () -> setUp.plan(text("[7]"))),
                bad("plan of a document with nothing", ErrorCode.INVALID_COMMAND, () -> setUp.plan(text("[{}]"))),
                bad(
                        "plan of a later format",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.plan(text(document("\"format\":99,\"body\":{\"type\":\"whole\"}")))),
                bad("plan of a document twice", ErrorCode.INVALID_COMMAND, () -> {
                    String one =
                            "{\"kind\":\"field\",\"key\":\"k\",\"label\":\"K\",\"format\":1,\"body\":" + FLOOR + "}";
                    setUp.plan(text("[" + one + "," + one + "]"));
                }),
                bad(
                        "plan of a parent that is not there",
                        ErrorCode.INVALID_COMMAND,
                        () -> setUp.plan(text(document("\"format\":1,\"parent\":\"gone\",\"body\":" + FLOOR)))),
                bad(
                        "plan of another revision",
                        ErrorCode.CONFIGURATION_CONFLICT,
                        () -> setUp.apply(new ApplyConfiguration(new ConfigurationPlan(99, List.of(), 0)))));
    }

    @TestFactory
    Stream<DynamicTest> timersRefuseBadInput() {
        return Stream.of(
                bad("handler unknown", ErrorCode.INVALID_COMMAND, () -> schedule("nobody", "k", SOON, "")),
                bad("handler empty", ErrorCode.INVALID_COMMAND, () -> schedule("", "k", SOON, "")),
                bad("key empty", ErrorCode.INVALID_COMMAND, () -> schedule("bell", "", SOON, "")),
                bad("key huge", ErrorCode.INVALID_COMMAND, () -> schedule("bell", HUGE, SOON, "")),
                bad("key not ASCII", ErrorCode.INVALID_COMMAND, () -> schedule("bell", "k\u00e4se", SOON, "")),
                bad("before time", ErrorCode.INVALID_COMMAND, () -> schedule("bell", "k", Instant.MIN, "")),
                bad("after time", ErrorCode.INVALID_COMMAND, () -> schedule("bell", "k", Instant.MAX, "")),
                bad("payload huge", ErrorCode.INVALID_COMMAND, () -> schedule("bell", "k", SOON, HUGE)),
                bad("payload with NUL", ErrorCode.INVALID_COMMAND, () -> schedule("bell", "k", SOON, "a\u0000")));
    }

    @Test
    void timersThatCannotBeAreNotThere() {
        assertThat(desk.admin.timers().cancel(CancelTimer.of(HUGE, HUGE))).isFalse();
        assertThat(desk.admin.timers().find("nobody", "\u0000")).isEmpty();
        assertThat(desk.admin.timers().about(new UUID(1, 1))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> conditionsRefuseBadInput() {
        Condition deep = TicketFields.STATUS.isOpen();
        for (int i = 0; i < 100; i++) {
            deep = deep.negate();
        }
        Condition tooDeep = deep;
        Condition unknown = Field.<String>of("nothing", FieldValue.Text::new).is("x");
        return Stream.of(
                bad(
                        "text huge",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().parse(HUGE)),
                bad(
                        "text broken",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().parse("status:")),
                bad(
                        "text of many brackets",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().parse("(".repeat(5_000))),
                bad(
                        "text of no field",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().parse("nothing:1")),
                bad(
                        "JSON empty",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().fromJson("")),
                bad(
                        "JSON huge",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().fromJson(HUGE)),
                bad(
                        "JSON deep",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().fromJson("{\"not\":".repeat(500) + "{}" + "}".repeat(500))),
                bad(
                        "JSON of something else",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().fromJson("{\"a\":[]}")),
                bad(
                        "asked about an unknown field",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().holds(unknown, desk.ticket("Asked"))),
                bad(
                        "asked too deep",
                        ErrorCode.INVALID_QUERY,
                        () -> desk.admin.conditions().holds(tooDeep, desk.ticket("Asked"))));
    }

    @TestFactory
    Stream<DynamicTest> subscriptionsRefuseBadInput() {
        return Stream.of(
                bad(
                        "nobody's subscription",
                        ErrorCode.SUBSCRIPTION_NOT_FOUND,
                        () -> desk.admin.events().moveSubscription(HUGE, SubscriptionStart.now())),
                bad(
                        "nobody's dead letters",
                        ErrorCode.SUBSCRIPTION_NOT_FOUND,
                        () -> desk.admin.events().deadLetters("", PageRequest.first(1))),
                bad(
                        "dead letters, damaged cursor",
                        ErrorCode.INVALID_CURSOR,
                        () -> desk.admin
                                .events()
                                .deadLetters("audit", PageRequest.first(1).after(FOREIGN))),
                bad(
                        "no dead letter",
                        ErrorCode.DEAD_LETTER_NOT_FOUND,
                        () -> desk.admin.events().replay("audit", new UUID(0, 0))),
                bad(
                        "past of no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> desk.admin.tickets().asOf(new TicketId(new UUID(1, 2)), SOON)),
                bad(
                        "reasons of no ticket",
                        ErrorCode.TICKET_NOT_FOUND,
                        () -> desk.admin.tickets().explain(new TicketId(new UUID(1, 2)), "status")));
    }

    private static void save(String label, String body) {
        desk.admin.configuration().save(SaveDocument.of("field", "fresh", label, body));
    }

    private static String text(String documents) {
        return "{\"tikit\":\"configuration\",\"format\":1,\"documents\":" + documents + "}";
    }

    private static String document(String rest) {
        return "[{\"kind\":\"field\",\"key\":\"k\",\"label\":\"K\"," + rest + "}]";
    }

    private static void schedule(String handler, String key, Instant at, String payload) {
        desk.admin.timers().schedule(ScheduleTimer.of(handler, key, at).withPayload(payload));
    }

    private static DynamicTest bad(String name, ErrorCode code, ThrowingCallable call) {
        return DynamicTest.dynamicTest(name, () -> {
            long before = desk.admin.configuration().revision();
            assertThatThrownBy(call).isInstanceOfSatisfying(TikitException.class, e -> {
                assertThat(e.code()).isEqualTo(code);
                if (e instanceof InvalidException invalid && code != ErrorCode.INVALID_QUERY) {
                    assertThat(invalid.violations())
                            .isNotEmpty()
                            .allSatisfy(v -> assertThat(desk.tikit
                                            .messages(Locale.GERMAN, ZoneOffset.UTC)
                                            .text(v))
                                    .as("the German text of %s %s", v.key(), v.parameters())
                                    .isNotEqualTo(v.message()));
                }
            });
            assertThat(desk.admin.configuration().revision()).isEqualTo(before);
            assertThat(desk.admin.timers().find("bell", "k")).isEmpty();
        });
    }
}

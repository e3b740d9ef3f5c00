package io.tikit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Conditions;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is wrong with a condition or a value is told in every language, with the values that the text speaks of. */
class ConditionViolationsTest {
    private static final FieldDefinition COST = FieldDefinition.of("cost", FieldKind.DECIMAL, "Cost");
    private static final FieldDefinition TIER = FieldDefinition.choice(
            "tier", "Tier", List.of(FieldOption.of("gold", 1), new FieldOption("tin", 0, "Tin", true)));
    private static final FieldCatalog CATALOG = FieldCatalog.of(List.of(
                    COST,
                    TIER,
                    FieldDefinition.of("vip", FieldKind.FLAG, "VIP"),
                    FieldDefinition.of("due", FieldKind.DAY, "Due"),
                    FieldDefinition.of("site", FieldKind.TEXT, "Site")))
            .strict();
    private static final String LONG = "x".repeat(600);

    @Test
    void conditionsThatCannotBeUsed() {
        List<Violation> found = new ArrayList<>();
        Condition deep = Condition.always();
        for (int i = 0; i < Condition.MAX_DEPTH; i++) {
            deep = deep.negate();
        }
        List<Condition> bad = List.of(
                TicketFields.STATUS.changed(),
                TicketFields.customFlag("vip").is(true),
                TicketFields.customFlag("vip").isAbove(true),
                TicketFields.custom("cost").is("x"),
                TicketFields.custom("nonsense").is("x"),
                TicketFields.STATE.is(State.OPEN),
                TicketFields.STATE.contains("x"),
                TicketFields.SUBJECT.contains(" "),
                TicketFields.SUBJECT.contains(LONG),
                TicketFields.SUBJECT.isBefore(TimePoint.now()),
                TicketFields.SUBJECT.isMe(),
                TicketFields.customDay("due").isBefore(TimePoint.now()),
                Condition.words(" "),
                Condition.words(LONG),
                TicketFields.STATE.changed(),
                new Condition.Was("priority", new FieldValue.Choice("LOW", 0), none(), none(), Duration.ZERO),
                new Condition.OneOf("number", Collections.nCopies(200, new FieldValue.Whole(1))),
                deep);
        for (Condition condition : bad) {
            found.addAll(ConditionCheck.violations(condition, ConditionUse.LIST, CATALOG));
        }
        assertTold(
                found,
                "not_taken",
                "custom_field",
                "no_order",
                "wrong_type",
                "unknown_field",
                "no_anchor",
                "not_short_text",
                "required",
                "too_long",
                "not_recorded",
                "no_history",
                "too_many",
                "too_complex");
    }

    private static Optional<TimePoint> none() {
        return Optional.empty();
    }

    @Test
    void valuesThatDoNotFit() {
        List<Violation> found = new ArrayList<>();
        for (String number : List.of("0.001", "99999999999999999999", "1E+999999999")) {
            found.addAll(CATALOG.violations("cost", "cost", new FieldValue.Decimal(new BigDecimal(number))));
        }
        found.addAll(CATALOG.violations("cost", "cost", new FieldValue.Flag(true)));
        found.addAll(CATALOG.violations("site", "site", new FieldValue.Text(LONG)));
        found.addAll(CATALOG.violations("tier", "tier", new FieldValue.Choice("iron", 1)));
        found.addAll(CATALOG.violations("tier", "tier", new FieldValue.Choice("gold", 2)));
        found.addAll(CATALOG.violations("tier", "tier", new FieldValue.Choice("tin", 0)));
        found.addAll(CATALOG.violations("nope", "nope", new FieldValue.Flag(true)));
        assertTold(
                found,
                "too_precise",
                "wrong_type",
                "too_long",
                "unknown_option",
                "wrong_rank",
                "retired_option",
                "unknown_field");
    }

    @Test
    void definitionsThatMakeNoSense() {
        List<Violation> found = new ArrayList<>();
        FieldOption twice = FieldOption.of("a", 0);
        List<FieldOption> options =
                List.of(twice, twice, new FieldOption("!", 2, " ", false), new FieldOption("b", 3, LONG, false));
        found.addAll(new FieldDefinition("Bad", FieldKind.CHOICE, LONG, 5, 1, options).violations());
        found.addAll(new FieldDefinition("text", FieldKind.TEXT, " ", 0, 0, options).violations());
        found.addAll(FieldDefinition.of("any", FieldKind.ANY, "Any").violations());
        assertTold(found, "bad_key", "bad_length", "out_of_range", "twice", "not_a_kind");
    }

    @Test
    void formsThatCannotBeRead() {
        List<Violation> found = new ArrayList<>();
        for (String json : List.of(
                "[]",
                "{\"all\": 5}",
                "{\"field\": \"status\", \"op\": \"like\", \"value\": \"x\"}",
                "{\"field\": \"assignee\", \"op\": \"mine\", \"whose\": \"you\"}",
                "{\"field\": \"status\", \"op\": \"was\", \"value\": \"x\", \"for\": \"soon\"}",
                "{\"field\": \"created\", \"op\": \"below\", \"time\": \"soon\"}",
                "{\"field\": \"created\", \"op\": \"below\", \"value\": {\"what\": 1}}",
                "{\"field\": \"created\", \"op\": \"below\", \"time\": 5}",
                "{\"not\": {\"all\": []}, \"more\": 1}",
                "{\"not\":".repeat(70) + "{\"all\":[]}" + "}".repeat(70))) {
            ConditionJson.read(ConditionJson.parse(json), CATALOG, "", found);
        }
        found.addAll(thrown(() -> ConditionJson.parse("{")));
        found.addAll(thrown(() -> ConditionJson.parse(" ".repeat(Conditions.LONGEST + 1))));
        for (String text : List.of(
                "a )",
                "created<now-2bd",
                "colour:red",
                "was(status,\"open\",*,*,soon)",
                "field.site:" + LONG + " subject~\"" + LONG + "\"",
                "-".repeat(300) + "a",
                " ".repeat(Conditions.LONGEST + 1))) {
            found.addAll(thrown(() -> ConditionText.parse(text, CATALOG)));
        }
        assertTold(
                found,
                "not_an_object",
                "not_a_list",
                "unknown_operator",
                "unknown_value",
                "bad_duration",
                "bad_time",
                "bad_value",
                "required",
                "unknown_member",
                "too_complex",
                "not_json",
                "too_long",
                "syntax",
                "unknown_field");
    }

    private static List<Violation> thrown(Supplier<?> reading) {
        try {
            throw new AssertionError("read " + reading.get());
        } catch (InvalidException e) {
            return e.violations();
        }
    }

    /** A text that lacks a value falls back to the English sentence that the violation carries. */
    private static void assertTold(List<Violation> found, String... keys) {
        assertThat(found).extracting(Violation::key).contains(keys);
        Violations none = new Violations();
        MessageCatalog catalog = MessageCatalog.of(List.of(), List.of(), none);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"))) {
            for (Violation violation : found) {
                assertThat(catalog.in(locale, ZoneOffset.UTC).text(violation))
                        .as("%s in %s", violation, locale)
                        .isNotEqualTo(violation.message())
                        .hasSizeLessThan(400);
            }
        }
    }
}

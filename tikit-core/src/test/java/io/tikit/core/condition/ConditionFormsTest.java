package io.tikit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.tck.Requirement;
import io.tikit.tck.SampleConditions;
import io.tikit.tck.SampleData;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.InstanceOfAssertFactories;

/** The forms of conditions convert without loss, and what cannot be read is told with its place. */
class ConditionFormsTest {
    private static final FieldCatalog LOOSE = FieldCatalog.untyped();
    private static final FieldCatalog TYPED = FieldCatalog.of(List.of(
            FieldDefinition.of("custom_0", FieldKind.TEXT, "Site"),
            FieldDefinition.of("cost", FieldKind.DECIMAL, "Cost"),
            FieldDefinition.of("due", FieldKind.DAY, "Due"),
            FieldDefinition.choice("tier", "Tier", List.of(FieldOption.of("silver", 0), FieldOption.of("gold", 1)))));

    @Property(tries = 500)
    @Requirement("REQ-SF-002")
    void formsConvertWithoutLoss(@ForAll long seed) {
        SampleData data = SampleData.of(seed);
        List<UserId> people = List.of(new UserId(data.id()));
        List<Ticket> tickets = IntStream.range(1, 5)
                .mapToObj(i -> data.ticket(i, people, List.of()))
                .toList();
        SampleConditions samples = new SampleConditions(data, tickets, SampleConditions.allKeys());
        Condition condition = samples.anyKind(5);
        for (FieldCatalog catalog : List.of(LOOSE, TYPED)) {
            String text = ConditionText.print(condition, catalog);
            // What does not fit its field is refused by the check of the form, not lost.
            assertThat(new TextReader(new TextTokens(text), catalog).read())
                    .as(text)
                    .isEqualTo(alwaysIfBlank(condition, text));
            String json = ConditionJson.write(condition, catalog).toString();
            List<Violation> found = new ArrayList<>();
            assertThat(ConditionJson.read(ConditionJson.parse(json), catalog, "", found))
                    .as(json)
                    .isEqualTo(condition);
            assertThat(found).isEmpty();
        }
    }

    private static Condition alwaysIfBlank(Condition condition, String text) {
        return text.isBlank() ? Condition.always() : condition;
    }

    @Example
    void theShortFormIsReadAsPeopleWriteIt() {
        assertThat(ConditionText.parse("status:open priority>=high updated<-2d \"vpn drops\"", LOOSE))
                .isEqualTo(new Condition.All(List.of(
                        new Condition.Compare("status", Condition.Operator.EQUAL, new FieldValue.Text("open")),
                        TicketFields.PRIORITY.isAtLeast(Priority.HIGH),
                        new Condition.CompareTime(
                                "updated", Condition.Operator.BELOW, TimePoint.ago(Duration.ofDays(2))),
                        new Condition.Words("\"vpn drops\""))));
        assertThat(ConditionText.parse(
                        "field.tier:gold field.cost>=12.5 -has:team (assignee:me or team:my-teams)", TYPED))
                .isEqualTo(new Condition.All(List.of(
                        new Condition.Compare("field.tier", Condition.Operator.EQUAL, new FieldValue.Choice("gold", 1)),
                        new Condition.Compare(
                                "field.cost",
                                Condition.Operator.AT_LEAST,
                                new FieldValue.Decimal(new BigDecimal("12.5"))),
                        new Condition.Not(new Condition.Present("team")),
                        new Condition.Any(List.of(
                                new Condition.Mine("assignee", Condition.Whose.ME),
                                new Condition.Mine("team", Condition.Whose.MY_TEAMS))))));
        assertThat(ConditionText.parse("  ", LOOSE)).isEqualTo(Condition.always());
    }

    @Example
    void mistakesAreToldWithTheirPlace() {
        assertPlace("status:open colour:red", 12, "unknown_field");
        assertPlace("priority>=high (status:open", 27, "syntax");
        assertPlace("created:(\"a", 9, "syntax");
        assertPlace("a )", 2, "syntax");
    }

    private static void assertPlace(String text, int position, String key) {
        assertThatThrownBy(() -> ConditionText.parse(text, LOOSE))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidException.class))
                .satisfies(e -> assertThat(e.violations().get(0).key()).isEqualTo(key))
                .satisfies(e -> assertThat(e.violations().get(0).parameters()).containsEntry("position", position));
    }

    @Example
    void hostileInputIsRefusedWithoutOverflowingTheStack() {
        assertRefused(() -> ConditionText.parse("(".repeat(50_000), LOOSE));
        assertRefused(() -> ConditionText.parse("-".repeat(50_000) + "a", LOOSE));
        assertRefused(() -> ConditionText.parse("a ".repeat(20_000), LOOSE));
        assertRefused(() -> ConditionJson.parse("{\"not\":".repeat(10_000)));
        Condition deep = Condition.always();
        for (int i = 0; i < 100_000; i++) {
            deep = deep.negate();
        }
        Condition hostile = deep;
        assertRefused(() -> ConditionText.print(hostile, LOOSE));
        assertRefused(() -> ConditionJson.write(hostile, LOOSE));
        List<Violation> found = new ArrayList<>();
        ConditionJson.read(
                ConditionJson.parse("{\"not\":".repeat(70) + "{\"all\":[]}" + "}".repeat(70)), LOOSE, "", found);
        assertThat(found).extracting(Violation::key).containsExactly("too_complex");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidException.class);
    }
}

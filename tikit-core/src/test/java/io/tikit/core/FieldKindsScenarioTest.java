package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.FieldChange;
import io.tikit.api.form.FieldMigration;
import io.tikit.api.form.MigrateField;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.Organisation;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom fields of every kind, on every way that their values go. */
class FieldKindsScenarioTest {
    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
        field("steps", "{'type':'rich_text'}");
        field("cost", "{'type':'money'}");
        field("budget", "{'type':'money','options':[{'key':'EUR','rank':1,'label':'Euro'}]}");
        field(
                "place",
                "{'type':'tree','options':[{'key':'hq','rank':1,'label':'HQ'},{'key':'hq/north','rank':2,'label':'North'},"
                        + "{'key':'hq/north/lab','rank':3,'label':'Lab'},{'key':'hqs','rank':4,'label':'Others'}]}");
        field("approver", "{'type':'user'}");
        field("supplier", "{'type':'organisation'}");
        field("manual", "{'type':'link'}");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void field(String key, String body) {
        desk.admin.configuration().save(SaveDocument.of("field", key, key, body.replace('\'', '"')));
    }

    private static TicketChange set(String key, FieldValue value) {
        return new TicketChange.SetField(key, value);
    }

    private static TicketChange set(String key, String text) {
        return set(key, new FieldValue.Text(text));
    }

    private Ticket ticket(String subject, TicketChange... changes) {
        CreateTicket command = CreateTicket.of(subject, desk.emily.id());
        for (TicketChange change : changes) {
            command = command.with(change);
        }
        return desk.as(desk.agent).tickets().create(command);
    }

    private List<String> found(Condition where) {
        return desk.as(desk.agent).search().filter(TicketQuery.where(where)).items().stream()
                .map(TicketSummary::subject)
                .toList();
    }

    private static FieldValue.Money money(String text) {
        return FieldValue.Money.parse(text);
    }

    private List<String> refusals(TicketChange... changes) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> ticket("Refused", changes));
        assertThat(thrown).isInstanceOf(InvalidException.class);
        return ((InvalidException) thrown)
                .violations().stream().map(v -> v.path() + " " + v.key()).toList();
    }

    @Test
    @Requirement("REQ-TM-003")
    void valuesOfEveryKindAreKeptFoundAndRemembered() {
        Organisation supplier = desk.admin.organisations().create(CreateOrganisation.of("Paper Ltd"));
        Ticket dear = ticket(
                "dear",
                set("steps", "<p onclick=\"steal()\">Press <b>this</b></p><script>steal()</script>"),
                set("cost", "1200.50 EUR"),
                set("place", "hq/north/lab"),
                set("approver", desk.manager.id().toString()),
                set("supplier", supplier.id().toString()),
                set("manual", "https://example.com/manual?page=1"));
        ticket("cheap", set("cost", money("3 EUR")), set("place", "hq"));
        ticket("foreign", set("cost", money("5000 USD")), set("place", "hqs"));
        desk.settle();

        Map<String, FieldValue> kept =
                desk.as(desk.agent).tickets().get(dear.id()).fields();
        assertThat(kept)
                .containsEntry("steps", new FieldValue.Text("<p>Press <b>this</b></p>"))
                .containsEntry("cost", new FieldValue.Money(new BigDecimal("1200.5"), "EUR"))
                .containsEntry("place", new FieldValue.Choice("hq/north/lab", 3))
                .containsEntry("approver", new FieldValue.Id(desk.manager.id().value()))
                .containsEntry("manual", new FieldValue.Text("https://example.com/manual?page=1"));
        assertThat(kept.get("cost").asText()).isEqualTo("1200.50 EUR");

        assertThat(found(TicketFields.customMoney("cost").isAtLeast(money("3.00 EUR"))))
                .as("dollars are not above euros")
                .containsExactly("cheap", "dear");
        assertThat(found(TicketFields.customMoney("cost").isBelow(money("6000 USD"))))
                .containsExactly("foreign");
        assertThat(found(TicketFields.customMoney("cost").is(money("5000.00 USD"))))
                .containsExactly("foreign");
        assertThat(found(TicketFields.customChoice("place").isUnder(FieldOption.of("hq", 1))))
                .containsExactly("cheap", "dear");
        assertThat(found(TicketFields.customChoice("place").isUnder(FieldOption.of("hq/north", 2))))
                .containsExactly("dear");
        assertThat(desk.as(desk.manager)
                        .search()
                        .filter(TicketQuery.where(
                                TicketFields.customId("approver").isMe()))
                        .items())
                .extracting(TicketSummary::subject)
                .containsExactly("dear");
        assertThat(found(TicketFields.customId("supplier").is(supplier.id().value())))
                .containsExactly("dear");
        assertThat(found(TicketFields.custom("manual").is("https://example.com/manual?page=1")))
                .containsExactly("dear");
        assertThat(desk.as(desk.agent)
                        .tickets()
                        .history(dear.id(), PageRequest.first(10))
                        .items()
                        .get(0)
                        .changes())
                .contains(new FieldChange("field.cost", Optional.empty(), Optional.of(money("1200.50 EUR"))));
    }

    @Test
    void conditionsOverThemAreWrittenAndReadAgain() {
        List<Condition> conditions = List.of(
                TicketFields.customMoney("cost").isAbove(money("12.50 EUR")),
                TicketFields.customMoney("cost").is(money("1200 JPY")),
                TicketFields.customChoice("place").isUnder(FieldOption.of("hq/north", 2)),
                TicketFields.customChoice("place").is(FieldOption.of("hq", 1)),
                TicketFields.customId("approver").isMe(),
                TicketFields.customId("approver").is(desk.manager.id().value()),
                TicketFields.custom("manual").is("https://example.com/"));
        var forms = desk.admin.conditions();
        for (Condition condition : conditions) {
            assertThat(forms.fromJson(forms.toJson(condition))).isEqualTo(condition);
            assertThat(forms.parse(forms.print(condition))).isEqualTo(condition);
        }
        assertThat(forms.parse("field.cost>\"12.50 EUR\" field.place:under(\"hq/north\") field.approver:me"))
                .isEqualTo(new Condition.All(List.of(conditions.get(0), conditions.get(2), conditions.get(4))));
    }

    @Test
    void whatDoesNotFitIsRefusedAllAtOnce() {
        assertThat(refusals(
                        set("cost", "12.505 EUR"),
                        set("budget", "12 USD"),
                        set("place", new FieldValue.Choice("hq/south", 9)),
                        set("approver", new UUID(1, 2).toString()),
                        set("supplier", new FieldValue.Id(new UUID(1, 2))),
                        set("manual", "javascript:alert(1)")))
                .containsExactlyInAnyOrder(
                        "field.cost too_precise",
                        "field.budget unknown_option",
                        "field.place unknown_option",
                        "field.approver unknown_user",
                        "field.supplier unknown_organisation",
                        "field.manual bad_link");
        for (String link :
                List.of("data:text/html,x", "http:", "//example.com", "https://me@example.com", "mailto:x")) {
            assertThat(refusals(set("manual", link))).as(link).containsExactly("field.manual bad_link");
        }
        assertThat(refusals(set("cost", new FieldValue.Money(BigDecimal.ONE, "XQX"))))
                .containsExactly("changes[0].value unknown_currency");
        assertThat(ticket(
                                "Fine",
                                set("manual", "mailto:help@example.com"),
                                set("cost", "12 JPY"),
                                set("budget", "1 EUR"))
                        .fields())
                .hasSize(3);
    }

    @Test
    void definitionsKeepTheirMeaning() {
        assertThatThrownBy(() -> field("cost", "{'type':'decimal'}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("type_fixed"));
        assertThatThrownBy(() -> field(
                        "bad",
                        "{'type':'tree','source':'crm','options':[{'key':'a/b','rank':1,'label':'B'},"
                                + "{'key':'a//c','rank':2,'label':'C'}]}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(v -> v.path() + " " + v.key())
                                .containsExactlyInAnyOrder(
                                        "body.source bad_key",
                                        "body.options[0].key no_parent",
                                        "body.options[1].key bad_key",
                                        "body.options[1].key no_parent"));
        assertThatThrownBy(() -> field("bad", "{'type':'money','options':[{'key':'EURO','rank':1,'label':'Euro'}]}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("unknown_currency"));
        assertThatThrownBy(
                        () -> field("budget", "{'type':'money','options':[{'key':'USD','rank':2,'label':'Dollar'}]}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("option_gone"));
        field("budget", "{'type':'money'}");
        String export = desk.admin.configuration().export();
        assertThat(desk.admin.configuration().plan(export).changes()).isEmpty();
        assertThat(desk.admin
                        .configuration()
                        .apply(new ApplyConfiguration(desk.admin.configuration().plan(export))))
                .isEmpty();
    }

    @Test
    void aFieldThatIsUsedOnATicketIsChangedLikeAnyOther() {
        Ticket ticket = ticket("Change me", set("cost", "1 EUR"));
        Ticket changed = desk.as(desk.agent)
                .tickets()
                .update(UpdateTicket.of(ticket.id(), set("cost", "2 EUR"), new TicketChange.ClearField("place")));
        assertThat(changed.fields()).containsEntry("cost", money("2 EUR"));
    }

    @Test
    @Requirement("REQ-TM-003")
    void valuesMoveIntoAFieldOfAnotherTypeInSteps() {
        field("paid", "{'type':'text'}");
        for (int i = 0; i < 103; i++) {
            ticket("Paid " + i, set("paid", i == 5 ? "much" : i == 6 ? "nothing" : i + ".50 EUR"));
        }
        Ticket both = ticket("Both", set("paid", "1 EUR"), set("cost", "2 EUR"));
        var forms = desk.admin.forms();
        MigrateField move = MigrateField.of("paid", "cost").mapping(Map.of("nothing", "0 EUR"));
        FieldMigration dry = forms.migrate(move.dry());
        assertThat(dry.read()).isEqualTo(100);
        assertThat(dry.moved()).isEqualTo(99);
        assertThat(dry.refused()).hasSize(1);
        FieldMigration first = forms.migrate(move);
        assertThat(first).isEqualTo(dry);
        FieldMigration last = forms.migrate(move.from(first.next().orElseThrow()));
        assertThat(last.next()).isEmpty();
        assertThat(last.moved()).isEqualTo(3);
        assertThat(last.kept()).containsExactly(both.id());
        assertThat(forms.migrate(move).moved())
                .as("what was moved is not moved again")
                .isZero();
        desk.settle();
        assertThat(found(TicketFields.customMoney("cost").is(money("0 EUR")))).containsExactly("Paid 6");
        assertThat(found(TicketFields.custom("paid").isPresent())).containsExactly("Both", "Paid 5");
        assertThatThrownBy(() -> desk.as(desk.agent).forms().migrate(move)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> forms.migrate(MigrateField.of("paid", "nowhere")))
                .isInstanceOf(InvalidException.class);
    }
}

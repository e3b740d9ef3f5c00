package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Desk;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.form.FormField;
import io.tikit.api.form.FormModel;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketType;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that ask for what is needed, on every way in. */
class FormScenarioTest {
    private static final String INCIDENT = "{'types':['incident'],'fields':["
            + "{'field':'subject'},{'field':'priority','value':'high'},"
            + "{'field':'field.device','required':'create'},"
            + "{'field':'field.serial','hidden':true},"
            + "{'field':'field.place'},"
            + "{'field':'field.cost','readOnly':true,'value':'10 EUR'},"
            + "{'field':'field.cause'}],"
            + "'rules':["
            + "{'when':'field.device:laptop','then':[{'do':'show','field':'field.serial'},"
            + "{'do':'require','field':'field.serial'},{'do':'limit','field':'field.place','options':['hq']}]},"
            + "{'when':'field.place:under(\\'hq/lab\\')'"
            + ",'then':[{'do':'default','field':'field.cause','value':'dust'}]},"
            + "{'roles':['manager'],'then':[{'do':'editable','field':'field.cost'}]},"
            + "{'saved':'state:resolved','when':'state:open','then':[{'do':'require','field':'field.cause'}],'stop':true},"
            + "{'saved':'state:open','then':[{'do':'read_only','field':'field.device'}]}]}";

    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
        save("field", "device", "{'type':'choice','options':[" + options("laptop", "printer") + "]}");
        save("field", "place", "{'type':'tree','options':[" + options("hq", "hq/lab", "home") + "]}");
        save("field", "serial", "{'type':'text'}");
        save("field", "cost", "{'type':'money'}");
        save("field", "cause", "{'type':'text'}");
        save("field", "other", "{'type':'text'}");
        desk.admin.configuration().save(SaveDocument.of("form", "incident", "Incident", json(INCIDENT)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String json(String body) {
        return body.replace("\\'", "\\\"").replace('\'', '"');
    }

    private void save(String kind, String key, String body) {
        desk.admin.configuration().save(SaveDocument.of(kind, key, key, json(body)));
    }

    private static String options(String... keys) {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < keys.length; i++) {
            options.append(i == 0 ? "" : ",")
                    .append("{'key':'" + keys[i] + "','rank':" + (i + 1) + ",'label':'" + keys[i] + "'}");
        }
        return options.toString();
    }

    private static TicketChange set(String key, String text) {
        return new TicketChange.SetField(key, new FieldValue.Text(text));
    }

    private CreateTicket incident(TicketChange... changes) {
        CreateTicket command = CreateTicket.of("It broke", desk.emily.id()).withType(TicketType.INCIDENT);
        for (TicketChange change : changes) {
            command = command.with(change);
        }
        return command;
    }

    private static List<String> refusals(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(InvalidException.class);
        return told(((InvalidException) thrown).violations());
    }

    private static List<String> told(List<Violation> violations) {
        return violations.stream().map(v -> v.path() + " " + v.key()).toList();
    }

    private static List<String> keys(FormModel model) {
        return model.fields().stream().map(FormField::key).toList();
    }

    private List<String> created(Desk as, CreateTicket command) {
        List<String> told = told(as.forms().model(command).violations());
        assertThat(refusals(() -> as.tickets().create(command)))
                .as("what the model says is what is refused")
                .containsExactlyInAnyOrderElementsOf(told);
        return told;
    }

    private List<String> updated(Desk as, Ticket ticket, TicketChange... changes) {
        UpdateTicket command = UpdateTicket.of(ticket.id(), changes);
        List<String> told = told(as.forms().model(command).violations());
        assertThat(refusals(() -> as.tickets().update(command))).containsExactlyInAnyOrderElementsOf(told);
        return told;
    }

    @Test
    @Requirement({"REQ-TM-003", "REQ-TM-005"})
    void aFormAsksForWhatIsNeededAndTheEngineHoldsEveryoneToIt() {
        Desk emily = desk.as(desk.emily);
        FormModel empty = emily.forms().model(incident());
        assertThat(empty.form()).contains("incident");
        assertThat(keys(empty))
                .containsExactly("subject", "priority", "field.device", "field.place", "field.cost", "field.cause");
        assertThat(empty.field("field.device").orElseThrow().required()).isTrue();
        assertThat(empty.field("priority").orElseThrow().value()).contains(FieldValue.Choice.of(Priority.HIGH));
        assertThat(empty.field("field.cost").orElseThrow().isReadOnly()).isTrue();
        assertThat(told(empty.violations())).containsExactly("field.device required");

        FormModel laptop = emily.forms().model(incident(set("device", "laptop")));
        assertThat(keys(laptop)).contains("field.serial");
        assertThat(laptop.field("field.serial").orElseThrow().required()).isTrue();
        assertThat(laptop.field("field.place").orElseThrow().options())
                .extracting(FieldOption::key)
                .containsExactly("hq", "hq/lab");

        assertThat(created(emily, incident())).containsExactly("field.device required");
        assertThat(created(
                        emily,
                        incident(
                                set("device", "laptop"),
                                set("place", "home"),
                                set("cost", "1 EUR"),
                                set("other", "x"))))
                .as("all at once")
                .containsExactlyInAnyOrder(
                        "field.serial required",
                        "field.place option_not_offered",
                        "field.cost field_read_only",
                        "field.other not_on_form");
        assertThat(created(emily, incident(set("device", "printer"), set("serial", "1"))))
                .containsExactly("field.serial field_hidden");

        Ticket ticket = emily.tickets()
                .create(incident(set("device", "laptop"), set("serial", "SN 7"), set("place", "hq/lab")));
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.fields())
                .containsEntry("cost", FieldValue.Money.parse("10 EUR"))
                .containsEntry("cause", new FieldValue.Text("dust"));
        Desk agent = desk.as(desk.agent);
        assertThat(updated(agent, ticket, new TicketChange.ClearField("serial")))
                .containsExactly("field.serial required");
        assertThat(updated(agent, ticket, set("cost", "99 EUR"))).containsExactly("field.cost field_read_only");
        assertThat(refusals(() -> agent.together(List.of(UpdateTicket.of(ticket.id(), set("cost", "99 EUR"))))))
                .containsExactly("field.cost field_read_only");
        Ticket same =
                agent.tickets().update(UpdateTicket.of(ticket.id(), set("cost", "10.00 EUR"), set("cause", "water")));
        assertThat(same.fields()).containsEntry("cause", new FieldValue.Text("water"));
        assertThat(desk.as(desk.manager)
                        .tickets()
                        .update(UpdateTicket.of(ticket.id(), set("cost", "20 EUR")))
                        .fields())
                .containsEntry("cost", FieldValue.Money.parse("20 EUR"));
        assertThat(agent.messages()
                        .text(agent.forms()
                                .model(UpdateTicket.of(ticket.id(), set("cost", "5 EUR")))
                                .violations()
                                .get(0)))
                .isEqualTo("This field cannot be changed on such a ticket.");
    }

    @Test
    @Requirement("REQ-TM-005")
    void whatIsSavedAndWhatIsBeingEditedAreToldApart() {
        Desk agent = desk.as(desk.agent);
        Ticket ticket = desk.as(desk.emily).tickets().create(incident(set("device", "printer")));
        agent.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.OPEN)));
        assertThat(updated(agent, ticket, set("device", "laptop"), set("serial", "1")))
                .containsExactly("field.device field_read_only");
        agent.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED)));
        assertThat(updated(agent, ticket, new TicketChange.SetStatus(Status.OPEN)))
                .as("the form speaks of going back to work, of which the status alone is changed")
                .containsExactly("field.cause required");
        agent.tickets()
                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.OPEN), set("cause", "dust")));
        assertThat(agent.tickets().actionsFor(ticket.id()))
                .filteredOn(action -> action.kind() == TicketAction.Kind.CHANGE && !action.isEnabled())
                .extracting(
                        TicketAction::target, action -> action.refusals().get(0).key())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("field.device", "field_read_only"),
                        org.assertj.core.groups.Tuple.tuple("field.cost", "field_read_only"),
                        org.assertj.core.groups.Tuple.tuple("field.serial", "field_hidden"),
                        org.assertj.core.groups.Tuple.tuple("field.other", "not_on_form"));
    }

    @Test
    void typesWithoutAFormAreFreeUntilThereIsOneForAllOthers() {
        Desk emily = desk.as(desk.emily);
        CreateTicket question = CreateTicket.of("How?", desk.emily.id()).with(set("other", "x"));
        FormModel open = emily.forms().model(question);
        assertThat(open.form()).isEmpty();
        assertThat(keys(open)).contains("subject", "priority", "field.other", "field.device");
        Ticket ticket = emily.tickets().create(question);
        save("form", "default", "{'fields':[{'field':'subject'},{'field':'field.device','required':'always'}]}");
        assertThat(created(emily, question))
                .containsExactlyInAnyOrder("field.other not_on_form", "field.device required");
        Desk agent = desk.as(desk.agent);
        assertThat(agent.tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.OPEN)))
                        .status())
                .as("what was missing before stops no change of other things")
                .isEqualTo(Status.OPEN);
        assertThat(updated(agent, ticket, new TicketChange.SetSubject("How now?")))
                .containsExactly("field.device required");
        assertThat(updated(agent, ticket, new TicketChange.SetType(TicketType.INCIDENT), set("serial", "1")))
                .containsExactly("field.serial field_hidden");
        agent.tickets()
                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("How now?"), set("device", "laptop")));
    }

    @Test
    void theDocumentOfATypeNamesItsForm() {
        save("form", "short", "{'fields':[{'field':'subject'},{'field':'field.cause','required':'always'}]}");
        save("ticket-type", "incident", "{'form':'short'}");
        Desk emily = desk.as(desk.emily);
        assertThat(emily.forms().model(incident()).form()).contains("short");
        assertThat(created(emily, incident())).containsExactly("field.cause required");
        assertThat(refusals(() -> save("ticket-type", "problem", "{'form':'nowhere'}")))
                .containsExactly("body.form unknown_document");
    }

    @Test
    void whatAWayToAStatusNeedsIsShownOnTheForm() {
        save(
                "workflow",
                "plain",
                "{'initial':'new','reopened':'new','statuses':[{'key':'new','state':'new','label':'New'},"
                        + "{'key':'done','state':'resolved','label':'Done'}],"
                        + "'transitions':[{'from':['new'],'to':'done','needs':['field.cause']},{'from':['done'],'to':'new'}]}");
        save("ticket-type", "incident", "{'workflow':'plain'}");
        Ticket ticket = desk.as(desk.emily).tickets().create(incident(set("device", "printer")));
        Desk agent = desk.as(desk.agent);
        UpdateTicket done = UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(new Status("done")));
        assertThat(agent.forms().model(done).field("field.cause").orElseThrow().required())
                .isTrue();
        assertThat(agent.forms()
                        .model(UpdateTicket.of(ticket.id()))
                        .field("field.cause")
                        .orElseThrow()
                        .required())
                .isFalse();
        assertThat(updated(agent, ticket, new TicketChange.SetStatus(new Status("done"))))
                .containsExactly("field.cause needed_for_status");
        agent.tickets().update(done.with(set("cause", "dust")));
    }

    @Test
    void whoWritesAMailSeesNoFormAndIsAskedLater() {
        Desk mail = desk.tikit.as(Caller.of(desk.tenant, desk.emily.id()).via(Channel.MAIL));
        assertThat(mail.forms().model(incident()).violations()).isEmpty();
        Ticket ticket = mail.tickets().create(incident());
        assertThat(refusals(() -> mail.tickets().create(incident(set("cost", "1 EUR")))))
                .containsExactly("field.cost field_read_only");
        save("form", "incident", INCIDENT.replace("'types'", "'incomplete':[],'types'"));
        assertThat(created(mail, incident())).containsExactly("field.device required");
        assertThat(ticket.field("device")).isEmpty();
    }

    @Test
    void formsAreCheckedWhenTheyAreSaved() {
        assertThat(refusals(() -> save(
                        "form",
                        "bad",
                        "{'types':['wish'],'fields':[{'field':'field.device','value':'lamp'},{'field':'field.device'},"
                                + "{'field':'created'},{'field':'field.nothing'},{'field':'subject','hidden':true},"
                                + "{'field':'priority','value':'soon'}]}")))
                .containsExactly("body.types[0] one_of");
        assertThat(refusals(() -> save(
                        "form",
                        "bad",
                        "{'fields':[{'field':'field.device','value':'lamp'},{'field':'field.device'},"
                                + "{'field':'created'},{'field':'subject','hidden':true},"
                                + "{'field':'priority','value':'soon'},{'field':'field.cost'}],'rules':["
                                + "{'when':'field.nothing:1','saved':'changed(status,*,*)','roles':['No'],'then':["
                                + "{'do':'limit','field':'field.device','options':['lamp']},"
                                + "{'do':'limit','field':'subject','options':['x']},"
                                + "{'do':'limit','field':'field.cost','options':['EUR']},"
                                + "{'do':'show','field':'field.serial'},{'do':'default','field':'field.device'},"
                                + "{'do':'hide','field':'subject'}]}]}")))
                .containsExactlyInAnyOrder(
                        "body.fields[0].value wrong_type",
                        "body.fields[1].field twice",
                        "body.fields[2].field unknown_field",
                        "body.fields[3].hidden cannot_hide",
                        "body.fields[4].value bad_value",
                        "body.rules[0].saved not_taken",
                        "body.rules[0].when unknown_field",
                        "body.rules[0].roles unknown_role",
                        "body.rules[0].then[0].options[0] unknown_option",
                        "body.rules[0].then[1].options no_options",
                        "body.rules[0].then[3].field not_on_form",
                        "body.rules[0].then[4].value required",
                        "body.rules[0].then[5].do cannot_hide");
        assertThat(refusals(() -> desk.admin
                        .configuration()
                        .retire(io.tikit.api.configuration.RetireDocument.of(
                                new io.tikit.api.configuration.DocumentKey("field", "serial")))))
                .containsExactly("retired referred_to");
    }
}

package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workflows of a desk: statuses of its own, ways with conditions, and moving between workflows. */
class WorkflowScenarioTest {
    private static final String STATUSES = "'initial':'reported','reopened':'diagnosis','statuses':["
            + "{'key':'reported','state':'new','label':'Reported'},"
            + "{'key':'diagnosis','state':'in_progress','label':'Diagnosis','customerLabel':'We are on it'},"
            + "{'key':'waiting_for_parts','state':'pending','label':'Waiting for \"parts\"; <b>'},"
            + "{'key':'repaired','state':'resolved'},{'key':'scrapped','state':'closed'}]";
    private static final String WAYS = "'transitions':["
            + "{'from':['reported','waiting_for_parts','repaired'],'to':'diagnosis','label':'Look into it'},"
            + "{'from':['diagnosis'],'to':'waiting_for_parts','needs':['assignee'],'entry':'note'},"
            + "{'from':['diagnosis','waiting_for_parts'],'to':'repaired','when':'priority<critical','entry':'reply'},"
            + "{'to':'scrapped','label':'Scrap','roles':['manager']}]";
    private static final String TO_DEFAULT =
            "'mappings':[{'workflow':'default','statuses':[{'from':'diagnosis','to':'in_progress'}]}]";
    private static final Status REPORTED = new Status("reported");
    private static final Status DIAGNOSIS = new Status("diagnosis");
    private static final Status PARTS = new Status("waiting_for_parts");
    private static final Status REPAIRED = new Status("repaired");
    private static final Status SCRAPPED = new Status("scrapped");

    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
        own("incident", "repairs");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static void save(String kind, String key, String body) {
        desk.admin
                .configuration()
                .save(SaveDocument.of(kind, key, key, body.replace('\'', '"').replace("\"parts\"", "\\\"parts\\\"")));
    }

    private static List<Violation> refused(ThrowingCallable call) {
        return catchThrowableOfType(InvalidException.class, call).violations();
    }

    private static List<String> keys(ThrowingCallable call) {
        return refused(call).stream().map(v -> v.path() + " " + v.key()).toList();
    }

    /** A workflow and a type for a test that changes them. */
    private static void own(String type, String workflow) {
        save("workflow", workflow, "{" + STATUSES + "," + WAYS + "," + TO_DEFAULT + "}");
        save("ticket-type", type, "{'workflow':'" + workflow + "'}");
    }

    private Ticket incident() {
        return ticket(TicketType.INCIDENT);
    }

    private Ticket ticket(TicketType type) {
        return desk.as(desk.agent)
                .tickets()
                .create(CreateTicket.of("Printer", desk.emily.id()).with(new TicketChange.SetType(type)));
    }

    private Ticket change(Ticket ticket, TicketChange... changes) {
        return desk.as(desk.agent).tickets().update(UpdateTicket.of(ticket.id(), changes));
    }

    private Ticket to(Ticket ticket, Status status) {
        return change(ticket, new TicketChange.SetStatus(status));
    }

    private Ticket read(TicketId id) {
        return desk.admin.tickets().get(id);
    }

    @Test
    @Requirement("REQ-TM-015")
    void aTypeFollowsItsWorkflowAndOthersFollowTheDefault() {
        Ticket incident = incident();
        assertThat(incident.status()).isEqualTo(REPORTED);
        assertThat(incident.state()).isEqualTo(State.NEW);
        assertThat(desk.ticket("Question").status()).isEqualTo(Status.NEW);

        Ticket diagnosed = to(incident, DIAGNOSIS);
        assertThat(diagnosed.state()).isEqualTo(State.IN_PROGRESS);
        List<TicketSummary> listed = desk.as(desk.agent)
                .tickets()
                .list(TicketQuery.where(
                        TicketFields.REQUESTER.is(desk.emily.id()).and(TicketFields.STATUS.is(DIAGNOSIS))))
                .items();
        assertThat(listed).extracting(TicketSummary::id).contains(incident.id());
        List<Event> history = desk.as(desk.agent)
                .tickets()
                .history(incident.id(), PageRequest.first(10))
                .items();
        assertThat(history.get(1).changes())
                .filteredOn(change -> change.field().equals("status"))
                .extracting(change -> change.after().orElseThrow())
                .containsExactly(new FieldValue.Text("diagnosis"));
        assertThat(desk.as(desk.agent)
                        .tickets()
                        .asOf(incident.id(), history.get(0).at())
                        .orElseThrow()
                        .status())
                .isIn(REPORTED, DIAGNOSIS);
        assertThat(keys(() -> to(incident, Status.PENDING))).containsExactly("status unknown_status");
    }

    @Test
    @Requirement("REQ-TM-017")
    void aWayAsksForFieldsEntriesAndItsGuardWhoeverTakesIt() {
        Ticket ticket = to(incident(), DIAGNOSIS);
        assertThat(keys(() -> to(ticket, PARTS))).containsExactly("assignee needed_for_status", "status note_needed");
        desk.as(desk.agent)
                .conversations()
                .note(AddNote.to(ticket.id(), "Fuser ordered")
                        .with(new TicketChange.SetAssignee(desk.agent.id()))
                        .with(new TicketChange.SetStatus(PARTS)));
        assertThat(read(ticket.id()).status()).isEqualTo(PARTS);

        assertThat(keys(() -> to(ticket, REPAIRED))).containsExactly("status reply_needed");
        Reply solved = Reply.to(ticket.id(), "It prints again").with(new TicketChange.SetStatus(REPAIRED));
        assertThat(keys(() -> desk.as(desk.agent)
                        .conversations()
                        .reply(solved.with(new TicketChange.SetPriority(Priority.CRITICAL)))))
                .containsExactly("status guarded");
        desk.as(desk.agent).conversations().reply(solved);
        assertThat(read(ticket.id()).state()).isEqualTo(State.RESOLVED);
        assertThat(read(ticket.id()).summary().resolvedAt()).isPresent();
        // The requester's answer brings it back to where this workflow says.
        desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "It does not"));
        assertThat(read(ticket.id()).status()).isEqualTo(DIAGNOSIS);
        assertThat(keys(() -> to(ticket, REPORTED))).containsExactly("status no_transition");
    }

    @Test
    @Requirement("REQ-TM-017")
    void theRightOfAWayReplacesTheGeneralOne() {
        Ticket ticket = incident();
        assertThatThrownBy(() -> to(ticket, SCRAPPED)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() ->
                        desk.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(SCRAPPED))))
                .isInstanceOf(NotPermittedException.class);
        assertThat(desk.as(desk.manager)
                        .tickets()
                        .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(SCRAPPED)))
                        .state())
                .isEqualTo(State.CLOSED);
        assertThatThrownBy(() -> desk.as(desk.agent)
                        .tickets()
                        .create(CreateTicket.of("Printer", desk.emily.id())
                                .with(new TicketChange.SetType(TicketType.INCIDENT))
                                .with(new TicketChange.SetStatus(SCRAPPED))))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatCanBeDoneIsToldWithLabelsAndReasons() {
        Ticket ticket = to(incident(), DIAGNOSIS);
        List<String> told = desk.as(desk.agent).tickets().actionsFor(ticket.id()).stream()
                .filter(action -> action.kind() == TicketAction.Kind.TRANSITION)
                .map(action -> action.target() + "/" + action.label() + "/"
                        + action.refusals().stream().map(Violation::key).collect(Collectors.joining("+")))
                .toList();
        assertThat(told)
                .containsExactly(
                        "repaired//reply_needed",
                        "reported/Reported/no_transition",
                        "scrapped/Scrap/not_permitted",
                        "waiting_for_parts/Waiting for \"parts\"; <b>/needed_for_status+note_needed");
        assertThat(desk.as(desk.emily).workflows().statuses(TicketType.INCIDENT))
                .extracting(status -> status.label())
                .contains("We are on it", "repaired");
        assertThatThrownBy(() -> desk.as(desk.emily).workflows().graph("repairs"))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void movingToAnotherWorkflowNeedsAMapping() {
        Ticket reported = incident();
        List<Violation> refused = refused(() -> change(reported, new TicketChange.SetType(TicketType.QUESTION)));
        assertThat(refused).extracting(Violation::key).containsExactly("no_mapping");
        assertThat(refused.get(0).parameters())
                .containsEntry("status", "reported")
                .containsEntry("from", "repairs")
                .containsEntry("to", "default");
        Ticket diagnosed = to(reported, DIAGNOSIS);
        Ticket question = change(diagnosed, new TicketChange.SetType(TicketType.QUESTION));
        assertThat(question.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(keys(() -> change(question, new TicketChange.SetType(TicketType.INCIDENT))))
                .containsExactly("type no_mapping");
    }

    @Test
    void aStatusThatTicketsHoldStaysOrIsMapped() {
        own("change", "machines");
        Ticket ticket = to(ticket(TicketType.CHANGE), DIAGNOSIS);
        String without = STATUSES.replace(
                        "{'key':'diagnosis','state':'in_progress','label':'Diagnosis','customerLabel':'We are on it'},",
                        "{'key':'triage','state':'open'},")
                .replace("'reopened':'diagnosis'", "'reopened':'triage'");
        String ways = WAYS.replace("diagnosis", "triage");
        assertThat(keys(() -> save("workflow", "machines", "{" + without + "," + ways + "}")))
                .containsExactly("body.statuses status_held");
        // Without its document the type follows the default workflow, to which only one of its statuses is mapped.
        RetireDocument retire = RetireDocument.of(new DocumentKey("ticket-type", "change"));
        Ticket second = ticket(TicketType.CHANGE);
        assertThat(keys(() -> desk.admin.configuration().retire(retire))).containsExactly("body.workflow status_held");
        to(second, DIAGNOSIS);
        desk.admin.configuration().retire(retire);
        assertThat(to(ticket, Status.PENDING).status()).isEqualTo(Status.PENDING);
        assertThat(change(second, new TicketChange.SetSubject("Printer, second floor"))
                        .status())
                .isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aStatusThatWentIsFollowedByWhatTheMappingSays() {
        own("problem", "engines");
        Ticket ticket = to(ticket(TicketType.PROBLEM), DIAGNOSIS);
        String without = STATUSES.replace(
                        "{'key':'diagnosis','state':'in_progress','label':'Diagnosis','customerLabel':'We are on it'},",
                        "{'key':'triage','state':'open'},")
                .replace("'reopened':'diagnosis'", "'reopened':'triage'");
        save(
                "workflow",
                "engines",
                "{" + without + "," + WAYS.replace("diagnosis", "triage")
                        + ",'mappings':[{'workflow':'engines','statuses':[{'from':'diagnosis','to':'triage'}]}]}");
        assertThat(read(ticket.id()).status()).isEqualTo(DIAGNOSIS);
        Ticket moved = change(ticket, new TicketChange.SetSubject("Printer, second floor"));
        assertThat(moved.status()).isEqualTo(new Status("triage"));
        assertThat(moved.state()).isEqualTo(State.OPEN);
    }

    @Test
    @Requirement("REQ-TM-017")
    void everythingThatIsWrongIsFoundAtOnce() {
        String body = "{'initial':'a','reopened':'z','statuses':["
                + "{'key':'a','state':'new'},{'key':'b','state':'open'},{'key':'c','state':'pending'},"
                + "{'key':'a','state':'open'},{'key':'island','state':'open'}],"
                + "'transitions':[{'from':['a'],'to':'b'},{'from':['a'],'to':'b','when':'colour:3'},"
                + "{'from':['b'],'to':'nowhere','needs':['shoe']},{'from':['b'],'to':'c','roles':['wizard']},"
                + "{'from':['island'],'to':'b'}]}";
        assertThat(keys(() -> save("workflow", "broken", body)))
                .contains(
                        "body.statuses[3].key twice",
                        "body.reopened unknown_status",
                        "body.statuses no_end",
                        "body.transitions[1] twice",
                        "body.transitions[2].to unknown_status",
                        "body.statuses[2] dead_end",
                        "body.statuses[4] unreachable_status",
                        "body.transitions[1].when unknown_field",
                        "body.transitions[2].needs[0] unknown_field",
                        "body.transitions[3].roles unknown_role");
        assertThat(desk.admin.configuration().find(new DocumentKey("workflow", "broken")))
                .isEmpty();
    }

    @Test
    void aWorkflowIsToldAsAGraph() {
        assertThat(desk.as(desk.agent).workflows().keyOf(TicketType.INCIDENT)).isEqualTo("repairs");
        assertThat(desk.as(desk.agent).workflows().keyOf(TicketType.TASK)).isEqualTo("default");
        assertThat(desk.as(desk.agent).workflows().graph("default").transitions())
                .hasSize(22);
        String mermaid = desk.as(desk.agent).workflows().mermaid("repairs");
        assertThat(mermaid)
                .startsWith("stateDiagram-v2\n    state \"Reported\" as s_reported\n")
                .contains("    state \"Waiting for #34;parts#34;#59; #60;b#62;\" as s_waiting_for_parts\n")
                .contains("    [*] --> s_reported\n")
                .contains("    s_reported --> s_diagnosis : Look into it\n")
                .contains("    s_repaired --> s_scrapped : Scrap\n");
        assertThat(desk.as(desk.agent).workflows().json("repairs"))
                .contains("{\"from\":\"reported\",\"to\":\"diagnosis\",\"label\":\"Look into it\"}");
        assertThatThrownBy(() -> desk.as(desk.agent).workflows().graph("none")).isInstanceOf(NotFoundException.class);
    }
}

package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Session;
import io.tikit.core.workflow.Circumstances;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.Step;
import io.tikit.core.workflow.Transition;
import io.tikit.core.workflow.Workflow;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a session may do with a ticket that it sees, answered by the same rules that commands are held to. Pure. */
final class TicketActions {
    private TicketActions() {}

    static List<TicketAction> of(
            Session who,
            Ticket ticket,
            FieldCatalog catalog,
            Lifecycle lifecycle,
            Circumstances circumstances,
            Function<String, List<Violation>> form,
            List<Violation> beforeEnd) {
        List<TicketAction> actions = new ArrayList<>();
        actions.add(new TicketAction(TicketAction.Kind.REPLY, "", writes(who, Permission.REPLY, ticket)));
        actions.add(new TicketAction(TicketAction.Kind.NOTE, "", writes(who, Permission.NOTE_WRITE, ticket)));
        Set<String> hidden = TicketView.hidden(who, ticket);
        if (!hidden.contains(TicketFields.ASSIGNEE.key()) && !hidden.contains(TicketFields.TEAM.key())) {
            actions.addAll(byHand(who, ticket));
        }
        for (TicketChange change : changes(ticket, catalog)) {
            if (!hidden.contains(change.field())) {
                List<Violation> refusals =
                        new ArrayList<>(TicketRules.refusals(who, ticket, change, lifecycle, circumstances));
                refusals.addAll(form.apply(change.field()));
                actions.add(new TicketAction(TicketAction.Kind.CHANGE, change.field(), refusals));
            }
        }
        Workflow workflow = lifecycle.of(ticket.summary().type());
        boolean works = Access.worksOnTickets(who, who.role());
        workflow.steps().stream()
                .filter(step -> !step.retired() && !step.status().equals(ticket.status()))
                .sorted(Comparator.comparing(step -> step.status().key()))
                .forEach(step -> actions.add(new TicketAction(
                        TicketAction.Kind.TRANSITION,
                        step.status().key(),
                        label(workflow, ticket, step, works),
                        refusals(
                                TicketRules.refusals(
                                        who,
                                        ticket,
                                        new TicketChange.SetStatus(step.status()),
                                        lifecycle,
                                        circumstances),
                                step.state().isOpen() ? List.of() : beforeEnd))));
        return actions;
    }

    private static List<Violation> refusals(List<Violation> some, List<Violation> others) {
        List<Violation> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What agents call a way is theirs; others see where it leads. */
    private static String label(Workflow workflow, Ticket ticket, Step to, boolean works) {
        String said = works
                ? workflow.transition(ticket.status(), to.status())
                        .map(Transition::label)
                        .orElse("")
                : "";
        return said.isEmpty() ? to.labelFor(works) : said;
    }

    private static List<TicketAction> byHand(Session who, Ticket ticket) {
        if (ticket.assignee().isEmpty()) {
            return List.of(new TicketAction(TicketAction.Kind.TAKE, "", HandRules.take(who, ticket)));
        }
        TicketAction release = new TicketAction(TicketAction.Kind.RELEASE, "", HandRules.release(who, ticket));
        return HandRules.isMine(who, ticket)
                ? List.of(release)
                : List.of(new TicketAction(TicketAction.Kind.STEAL, "", HandRules.steal(who, ticket)), release);
    }

    private static List<Violation> writes(Session who, Permission permission, Ticket ticket) {
        return Access.may(who, permission, ticket) ? List.of() : List.of(TicketRules.notPermitted(who, permission));
    }

    /** One change for each field that can be changed; its value does not matter. */
    private static List<TicketChange> changes(Ticket ticket, FieldCatalog catalog) {
        List<TicketChange> changes = new ArrayList<>(List.of(
                new TicketChange.SetSubject(ticket.subject()),
                new TicketChange.SetType(ticket.summary().type()),
                new TicketChange.SetPriority(ticket.priority()),
                new TicketChange.SetRequester(ticket.requester()),
                new TicketChange.ClearTeam(),
                new TicketChange.ClearAssignee(),
                new TicketChange.ClearCategory(),
                new TicketChange.ClearOrganisation()));
        catalog.fields().stream()
                .map(FieldInfo::key)
                .filter(key -> key.startsWith(TicketFields.CUSTOM_PREFIX))
                .forEach(key ->
                        changes.add(new TicketChange.ClearField(key.substring(TicketFields.CUSTOM_PREFIX.length()))));
        return changes;
    }
}

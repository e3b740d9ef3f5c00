package io.tikit.core.workflow;

import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where changes move a ticket: into which workflow, from which of its statuses, to which. Pure.
 *
 * @param workflow the workflow of the type that the ticket has afterwards
 * @param left the workflow that it had
 * @param present the status that the ticket had
 * @param base the same, or what follows it in a workflow that does not have it
 * @param baseState the state of that
 * @param wanted the status that was asked for, unless it is this one
 */
public record StatusMove(
        Workflow workflow, Workflow left, Status present, Status base, State baseState, Optional<Status> wanted) {
    /** What changes lead to for a ticket. */
    public static StatusMove of(Ticket ticket, List<TicketChange> changes, Lifecycle lifecycle) {
        TicketType type = ticket.summary().type();
        Optional<Status> wanted = Optional.empty();
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetType set) {
                type = set.value();
            } else if (change instanceof TicketChange.SetStatus set) {
                wanted = Optional.of(set.value());
            }
        }
        Workflow left = lifecycle.of(ticket.summary().type());
        Workflow workflow = lifecycle.of(type);
        Status present = ticket.status();
        Status base = workflow.has(present)
                ? present
                : lifecycle.mapped(left, workflow, present).orElse(present);
        State state = present.equals(base) && workflow.equals(left)
                ? ticket.state()
                : workflow.state(base).orElse(ticket.state());
        return new StatusMove(workflow, left, present, base, state, wanted.filter(status -> !status.equals(base)));
    }

    /** The status afterwards. */
    public Status target() {
        return wanted.filter(workflow::has).orElse(base);
    }

    /** The state afterwards. */
    public State state() {
        return target().equals(base) ? baseState : workflow.state(target()).orElse(baseState);
    }

    /** Whether the status has no place in the workflow and none follows it. */
    private boolean isStranded() {
        return !workflow.has(base);
    }

    /** The way that is taken; empty if none is, or there is none. */
    public Optional<Transition> transition() {
        return wanted.flatMap(to -> workflow.transition(base, to));
    }

    /** Refuses what the workflow does not allow, whoever asks for it. */
    public void check(Ticket after, Lifecycle lifecycle, Circumstances circumstances, Violations found) {
        if (isStranded() && !workflow.key().equals(left.key())) {
            found.add(
                    "type",
                    "no_mapping",
                    "workflow '" + left.key() + "' does not say which status follows '" + present + "' in workflow '"
                            + workflow.key() + "'; add it to its mappings",
                    Map.of("status", present.key(), "from", left.key(), "to", workflow.key()));
            return;
        }
        wanted.ifPresent(to -> check(to, after, lifecycle, circumstances, found));
    }

    private void check(Status to, Ticket after, Lifecycle lifecycle, Circumstances circumstances, Violations found) {
        Optional<Step> step = workflow.step(to);
        if (step.isEmpty()) {
            found.add(
                    "status",
                    "unknown_status",
                    "workflow '" + workflow.key() + "' has no status '" + to + "'",
                    Map.of("status", to.key()));
            return;
        }
        if (step.get().retired()) {
            found.add("status", "retired_status", "status '" + to + "' is retired", Map.of("status", to.key()));
            return;
        }
        if (isStranded()) {
            // It lost its status to a change of the set-up; wherever it goes now is better.
            return;
        }
        Optional<Transition> way = transition();
        if (way.isEmpty()) {
            found.add(
                    "status",
                    "no_transition",
                    "the workflow leads from '" + base + "' to " + workflow.next(base) + ", not to '" + to + "'",
                    Map.of("from", base.key(), "to", to.key()));
            return;
        }
        Ticket asked =
                new Ticket(after.summary().toBuilder().status(base, baseState).build(), after.fields());
        if (!lifecycle.passes(way.get().when(), asked, circumstances.binding())) {
            found.add(
                    "status",
                    "guarded",
                    "the ticket does not fulfil what the workflow asks for on the way to '" + to + "'",
                    Map.of("to", to.key()));
        }
        for (String field : way.get().needs()) {
            if (TicketFieldCatalog.value(after, field).isEmpty()) {
                found.add(
                        field,
                        "needed_for_status",
                        "the field '" + field + "' must have a value on the way to '" + to + "'",
                        Map.of("field", field, "to", to.key()));
            }
        }
        if (!circumstances.writes(way.get().entry())) {
            String need = way.get().entry().name().toLowerCase(Locale.ROOT);
            found.add(
                    "status",
                    way.get().entry() == Transition.EntryNeed.REPLY ? "reply_needed" : "note_needed",
                    "the way to '" + to + "' is taken with a " + need,
                    Map.of("to", to.key()));
        }
    }
}

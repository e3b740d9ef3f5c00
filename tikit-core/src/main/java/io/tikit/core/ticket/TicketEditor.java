package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.priority.Priorities;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.LifecycleTimers;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.core.workflow.Workflow;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes a ticket that is there: locks it, decides, and writes what follows, for every command that does so. */
public final class TicketEditor {
    private final Lifecycles lifecycles;
    private final CustomFields fields;
    private final TicketRouting routing;
    private final TicketPlaces places;
    private final Priorities priorities;
    private final TicketForms forms;
    private final TicketGates gates;
    private final LifecycleTimers timers;

    @Inject
    TicketEditor(
            Lifecycles lifecycles,
            CustomFields fields,
            TicketRouting routing,
            TicketPlaces places,
            Priorities priorities,
            TicketForms forms,
            TicketGates gates,
            LifecycleTimers timers) {
        this.lifecycles = lifecycles;
        this.fields = fields;
        this.routing = routing;
        this.places = places;
        this.priorities = priorities;
        this.forms = forms;
        this.gates = gates;
        this.timers = timers;
    }

    /** The workflow that a ticket follows. */
    public Workflow workflow(Ticket ticket, Execution execution) {
        return lifecycles.of(execution).of(ticket.summary().type());
    }

    /** Locks the ticket before anything is decided; one that may not be seen is not found. */
    public Ticket lock(TicketId id, Execution execution) {
        return Access.requireVisible(
                execution.session(), id, execution.unit().tickets().lock(id));
    }

    /** When the command happens to the ticket: now, but never before what happened to it already. */
    public static Instant at(Ticket ticket, Execution execution) {
        return execution.time().notBefore(ticket.summary().updatedAt());
    }

    /** Decides with what interceptors add to what is given, and refuses with all violations at once. */
    public TicketDecider.Decision decide(Ticket before, List<TicketChange> given, Instant at, Execution execution) {
        return decide(before, List.of(), given, at, execution);
    }

    /** The same after changes that the engine makes by itself, with nothing written. */
    public TicketDecider.Decision decide(
            Ticket before, List<TicketChange> own, List<TicketChange> given, Instant at, Execution execution) {
        return decide(before, own, given, Optional.empty(), at, execution);
    }

    /**
     * The same after changes that the engine makes by itself, which need no permission and no transition.
     *
     * @param entry what is written with the change
     */
    public TicketDecider.Decision decide(
            Ticket before,
            List<TicketChange> own,
            List<TicketChange> given,
            Optional<EntryKind> entry,
            Instant at,
            Execution execution) {
        Lifecycle lifecycle = lifecycles.of(execution);
        TicketRules.requireMayChange(execution.session(), before, given, lifecycle);
        Violations found = new Violations();
        TicketRules.checkFields(execution.session(), before, given, found);
        List<TicketChange> changes =
                fields.fitted(TicketCommandHandler.with(given, execution.added()), execution, found);
        TicketRules.checkNamed(changes, execution, found);
        places.check(changes, execution, found);
        List<TicketChange> following = TicketCommandHandler.with(own, TicketPlaces.following(changes, execution));
        List<TicketChange> all = TicketCommandHandler.with(following, changes);
        TicketDecider.Decision decision = TicketDecider.update(before, all, lifecycle, at);
        Violations ofMove = new Violations();
        TicketDecider.check(
                before, decision.after(), changes, lifecycle, lifecycles.circumstances(entry, execution), ofMove);
        found.addAll(TicketRules.told(execution.session(), before, ofMove.all()));
        forms.updated(before, decision.after(), given, execution, found);
        if (!decision.after().state().isOpen()) {
            found.addAll(gates.beforeEnd(before, execution.unit()));
        }
        if (!before.assignee().equals(decision.after().assignee())) {
            routing.given(decision.after(), execution, found);
        }
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        if (!given.isEmpty()) {
            Ticket asGiven = TicketDecider.update(before, given, lifecycle, at).after();
            TicketRules.requireStays(execution.session(), before, asGiven, given, lifecycle);
        }
        Priorities.Following priority =
                priorities.following(Optional.of(before), decision.after(), given, changes, execution);
        if (!priority.changes().isEmpty()) {
            all = TicketCommandHandler.with(all, priority.changes());
            decision = TicketDecider.update(before, all, lifecycle, at);
            if (decision.after().priority().compareTo(before.priority()) < 0) {
                Access.require(execution.session(), Permission.PRIORITY_LOWER, before);
            }
        }
        TicketRouting.Routed routed = routing.updated(
                before, decision.after(), TicketCommandHandler.with(changes, priority.changes()), execution);
        execution.learn(priority.facts());
        execution.learn(routed.facts());
        return routed.changes().isEmpty()
                ? decision
                : TicketDecider.update(before, TicketCommandHandler.with(all, routed.changes()), lifecycle, at);
    }

    /** What holds an open ticket back from its end, whoever wants it. */
    boolean isHeldBack(Ticket ticket, Execution execution) {
        return !gates.beforeEnd(ticket, execution.unit()).isEmpty();
    }

    /** Changes a ticket that this unit has locked by the engine's own decision, with the facts that led to it. */
    public Ticket change(Ticket before, List<TicketChange> own, List<Fact> facts, Execution execution) {
        Instant at = at(before, execution);
        TicketDecider.Decision decision = TicketDecider.update(before, own, lifecycles.of(execution), at);
        execution.learn(facts);
        Ticket after = write(before, decision, EventTypes.TICKET_UPDATED, null, at, execution);
        execution.forget(facts);
        return after;
    }

    /** Writes the ticket at its next revision with its intervals and the one event of the command. */
    public Ticket write(
            Ticket before,
            TicketDecider.Decision decision,
            String eventType,
            @Nullable Entry entry,
            Instant at,
            Execution execution) {
        Ticket after = TicketDecider.advanced(decision.after(), at);
        Event event = execution
                .newEvent(at)
                .happened(eventType, after.id().value(), after.revision().value())
                .entry(entry == null ? null : entry.id())
                .changes(decision.changes())
                .build();
        execution.unit().tickets().update(before, after);
        TicketIntervals.follow(execution.unit().intervals(), before, after, at, event.id());
        execution.record(event, after, entry);
        routing.written(Optional.of(before), after, execution);
        boolean heard = entry != null
                && entry.kind() != EntryKind.NOTE
                && !Access.worksOnTickets(
                        execution.session(), execution.session().role());
        timers.written(Optional.of(before), after, heard, execution);
        return after;
    }
}

package io.tikit.core.workflow;

import static io.tikit.api.ticket.Status.CLOSED;
import static io.tikit.api.ticket.Status.IN_PROGRESS;
import static io.tikit.api.ticket.Status.NEW;
import static io.tikit.api.ticket.Status.OPEN;
import static io.tikit.api.ticket.Status.PENDING;
import static io.tikit.api.ticket.Status.RESOLVED;

import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Statuses, their states, and where each may lead: the body of a {@code workflow} document. Immutable and pure.
 *
 * @param key the key of its document
 * @param steps the statuses in the order in which they are shown
 * @param transitions the ways between them
 * @param initial the status of a new ticket
 * @param reopened the status of a ticket that wants attention again
 * @param mappings by the key of another workflow, which status follows there; by the own key, which status follows one that
 *     this workflow no longer has
 * @param closings what becomes of tickets that stay in some status
 */
public record Workflow(
        String key,
        List<Step> steps,
        List<Transition> transitions,
        Status initial,
        Status reopened,
        Map<String, Map<Status, Status>> mappings,
        List<Closing> closings) {
    /** The kind of its documents. */
    public static final String KIND = "workflow";

    /** The key of the workflow of tickets whose type names none. */
    public static final String DEFAULT_KEY = "default";

    /** The six statuses that every desk begins with (REQ-TM-015). A ticket never becomes new again. */
    public static final Workflow DEFAULT = of(
            List.of(
                    Step.of(NEW, State.NEW),
                    Step.of(OPEN, State.OPEN),
                    Step.of(PENDING, State.PENDING),
                    Step.of(IN_PROGRESS, State.IN_PROGRESS),
                    Step.of(RESOLVED, State.RESOLVED),
                    Step.of(CLOSED, State.CLOSED)),
            List.of(
                    Transition.plain(Set.of(NEW, PENDING, IN_PROGRESS, RESOLVED, CLOSED), OPEN),
                    Transition.plain(Set.of(NEW, OPEN, IN_PROGRESS, RESOLVED), PENDING),
                    Transition.plain(Set.of(NEW, OPEN, PENDING, RESOLVED), IN_PROGRESS),
                    Transition.plain(Set.of(NEW, OPEN, PENDING, IN_PROGRESS), RESOLVED),
                    Transition.plain(Set.of(NEW, OPEN, PENDING, IN_PROGRESS, RESOLVED), CLOSED)),
            NEW,
            OPEN);

    public Workflow {
        steps = List.copyOf(steps);
        transitions = List.copyOf(transitions);
        mappings = Map.copyOf(mappings);
        closings = List.copyOf(closings);
    }

    /** A workflow without mappings under the default key. */
    public static Workflow of(List<Step> steps, List<Transition> transitions, Status initial, Status reopened) {
        return new Workflow(DEFAULT_KEY, steps, transitions, initial, reopened, Map.of(), List.of());
    }

    public Optional<Step> step(Status status) {
        return steps.stream().filter(step -> step.status().equals(status)).findFirst();
    }

    public Optional<State> state(Status status) {
        return step(status).map(Step::state);
    }

    public boolean has(Status status) {
        return step(status).isPresent();
    }

    /** The way from one status to another; one that names where it begins goes before one from anywhere. */
    public Optional<Transition> transition(Status from, Status to) {
        Optional<Transition> fromAny = Optional.empty();
        for (Transition transition : transitions) {
            if (transition.to().equals(to) && transition.begins(from)) {
                if (!transition.isFromAny()) {
                    return Optional.of(transition);
                }
                fromAny = fromAny.or(() -> Optional.of(transition));
            }
        }
        return fromAny;
    }

    /** What becomes of tickets that stay in a status. */
    public Optional<Closing> closing(Status in) {
        return closings.stream().filter(one -> one.in().equals(in)).findFirst();
    }

    /** Where a status leads. */
    public Collection<Status> next(Status from) {
        Set<Status> next = new LinkedHashSet<>();
        transitions.stream().filter(one -> one.begins(from)).forEach(one -> next.add(one.to()));
        closing(from).ifPresent(closing -> next.add(closing.to()));
        return next;
    }
}

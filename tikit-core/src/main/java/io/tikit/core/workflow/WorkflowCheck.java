package io.tikit.core.workflow;

import io.tikit.api.error.Violation;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that is wrong with a workflow in itself. Pure. */
final class WorkflowCheck {
    private final Workflow workflow;
    private final List<Violation> found = new ArrayList<>();

    private WorkflowCheck(Workflow workflow) {
        this.workflow = workflow;
    }

    /** All findings, with paths within the body. */
    static List<Violation> findings(Workflow workflow) {
        WorkflowCheck check = new WorkflowCheck(workflow);
        check.statuses();
        check.transitions();
        check.closings();
        check.paths();
        return check.found;
    }

    private void statuses() {
        Set<Status> seen = new HashSet<>();
        for (int i = 0; i < workflow.steps().size(); i++) {
            Status status = workflow.steps().get(i).status();
            if (!seen.add(status)) {
                add("statuses[" + i + "].key", "twice", "there are two statuses '" + status + "'", "name", status);
            }
        }
        begins("initial", workflow.initial());
        begins("reopened", workflow.reopened());
        boolean ends = workflow.steps().stream()
                .anyMatch(step -> !step.retired() && !step.state().isOpen());
        if (!ends) {
            found.add(Violation.of(
                    "statuses",
                    "no_end",
                    "no status that is in use means " + State.RESOLVED + " or " + State.CLOSED
                            + ", so that no ticket would ever be done"));
        }
    }

    /** New tickets and those that come back want something done. */
    private void begins(String path, Status status) {
        if (!isUsed(path, status)) {
            return;
        }
        if (!workflow.state(status).orElseThrow().isOpen()) {
            add(
                    path,
                    "not_an_open_status",
                    "status '" + status + "' means that nothing is to be done",
                    "status",
                    status);
        }
    }

    private void transitions() {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition transition = workflow.transitions().get(i);
            String path = "transitions[" + i + "]";
            isUsed(path + ".to", transition.to());
            for (Status from : transition.from()) {
                isKnown(path + ".from", from);
                pair(path, from, transition.to(), seen);
            }
            if (transition.isFromAny() && !seen.add(List.of("", transition.to()))) {
                add(
                        path,
                        "twice",
                        "there are two ways from anywhere to '" + transition.to() + "'",
                        "name",
                        "* -> " + transition.to());
            }
        }
    }

    private void pair(String path, Status from, Status to, Set<List<Object>> seen) {
        if (from.equals(to)) {
            add(path, "to_itself", "the way from '" + from + "' leads to itself", "status", from);
        } else if (!seen.add(List.of(from, to))) {
            add(path, "twice", "there are two ways from '" + from + "' to '" + to + "'", "name", from + " -> " + to);
        }
    }

    private void closings() {
        Set<Status> seen = new HashSet<>();
        for (int i = 0; i < workflow.closings().size(); i++) {
            Closing closing = workflow.closings().get(i);
            String path = "closing[" + i + "]";
            isKnown(path + ".in", closing.in());
            isUsed(path + ".to", closing.to());
            if (closing.in().equals(closing.to())) {
                add(path, "to_itself", "'" + closing.in() + "' ends in itself", "status", closing.in());
            }
            if (!seen.add(closing.in())) {
                add(path, "twice", "'" + closing.in() + "' ends in two ways", "name", closing.in());
            }
            long most = closing.after().toMinutes() - 1;
            closing.warning()
                    .filter(warning -> warning.toMinutes() > most)
                    .ifPresent(warning -> found.add(new Violation(
                            path + ".warnMinutes",
                            "out_of_range",
                            "the warning comes before the end, and after the beginning",
                            Map.of("least", 1L, "most", most, "value", warning.toMinutes()))));
        }
    }

    /** Every status that is in use can be reached, and those of open tickets lead on. */
    private void paths() {
        Set<Status> reached = new HashSet<>();
        Deque<Status> next = new ArrayDeque<>(List.of(workflow.initial(), workflow.reopened()));
        while (!next.isEmpty()) {
            Status status = next.remove();
            if (reached.add(status)) {
                next.addAll(workflow.next(status));
            }
        }
        for (int i = 0; i < workflow.steps().size(); i++) {
            Step step = workflow.steps().get(i);
            Status status = step.status();
            if (!step.retired() && !reached.contains(status)) {
                add("statuses[" + i + "]", "unreachable_status", "no way leads to '" + status + "'", "status", status);
            }
            boolean leads = workflow.next(status).stream().anyMatch(to -> !to.equals(status) && isInUse(to));
            if (step.state().isOpen() && !leads) {
                add("statuses[" + i + "]", "dead_end", "no way leads on from '" + status + "'", "status", status);
            }
        }
    }

    /** Mappings name statuses that are there. */
    static void mappings(Workflow workflow, Lifecycle lifecycle, List<Violation> found) {
        WorkflowCheck check = new WorkflowCheck(workflow);
        workflow.mappings()
                .forEach((key, statuses) -> statuses.forEach((from, to) -> {
                    boolean own = key.equals(workflow.key());
                    // What leaves this workflow has a status of it; what it no longer has follows its own mapping.
                    if (workflow.has(from) == own) {
                        check.leaves(own, from);
                    }
                    if (lifecycle.find(key).filter(other -> !other.has(to)).isPresent()) {
                        check.add(
                                "mappings",
                                "unknown_status",
                                "workflow '" + key + "' has no status '" + to + "'",
                                "status",
                                to);
                    }
                }));
        found.addAll(check.found);
    }

    private boolean isInUse(Status status) {
        return workflow.step(status).filter(step -> !step.retired()).isPresent();
    }

    private boolean isKnown(String path, Status status) {
        if (!workflow.has(status)) {
            add(path, "unknown_status", "there is no status '" + status + "'", "status", status);
            return false;
        }
        return true;
    }

    private boolean isUsed(String path, Status status) {
        if (isKnown(path, status) && !isInUse(status)) {
            add(path, "retired_status", "status '" + status + "' is retired", "status", status);
            return false;
        }
        return workflow.has(status);
    }

    private void leaves(boolean own, Status from) {
        if (own) {
            add(
                    "mappings",
                    "status_still_there",
                    "status '" + from + "' is still there, so nothing follows it",
                    "status",
                    from);
        } else {
            add("mappings", "unknown_status", "there is no status '" + from + "' to leave", "status", from);
        }
    }

    private void add(String path, String key, String message, String parameter, Object value) {
        found.add(new Violation(path, key, message, Map.of(parameter, value.toString())));
    }
}

package io.tikit.core.workflow;

import io.tikit.api.ticket.Status;
import io.tikit.api.workflow.StatusInfo;
import io.tikit.api.workflow.TransitionInfo;
import io.tikit.api.workflow.WorkflowGraph;
import io.tikit.core.configuration.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Workflows as graphs and as texts. Pure. */
final class WorkflowGraphs {
    private WorkflowGraphs() {}

    static List<StatusInfo> statuses(Workflow workflow, boolean worksOnTickets) {
        return workflow.steps().stream()
                .map(step -> new StatusInfo(step.status(), step.state(), label(step, worksOnTickets), step.retired()))
                .toList();
    }

    private static String label(Step step, boolean worksOnTickets) {
        String label = step.labelFor(worksOnTickets);
        return label.isEmpty() ? step.status().key() : label;
    }

    static WorkflowGraph of(Workflow workflow) {
        List<TransitionInfo> ways = new ArrayList<>();
        for (Step from : workflow.steps()) {
            for (Step to : workflow.steps()) {
                workflow.transition(from.status(), to.status())
                        .ifPresent(way -> ways.add(new TransitionInfo(from.status(), to.status(), way.label())));
            }
        }
        return new WorkflowGraph(
                workflow.key(), workflow.initial(), workflow.reopened(), statuses(workflow, true), ways);
    }

    static String json(WorkflowGraph graph) {
        List<Object> statuses = new ArrayList<>();
        graph.statuses().forEach(status -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("key", status.status().key());
            one.put("state", status.state().name().toLowerCase(Locale.ROOT));
            one.put("label", status.label());
            one.put("retired", status.retired());
            statuses.add(one);
        });
        List<Object> ways = new ArrayList<>();
        graph.transitions().forEach(way -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("from", way.from().key());
            one.put("to", way.to().key());
            one.put("label", way.label());
            ways.add(one);
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", graph.key());
        body.put("initial", graph.initial().key());
        body.put("reopened", graph.reopened().key());
        body.put("statuses", statuses);
        body.put("transitions", ways);
        return JsonTree.compact(body);
    }

    static String mermaid(WorkflowGraph graph) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        graph.statuses()
                .forEach(status -> text.append("    state \"")
                        .append(escaped(status.label()))
                        .append("\" as ")
                        .append(name(status.status()))
                        .append('\n'));
        text.append("    [*] --> ").append(name(graph.initial())).append('\n');
        graph.transitions().forEach(way -> {
            text.append("    ").append(name(way.from())).append(" --> ").append(name(way.to()));
            if (!way.label().isEmpty()) {
                text.append(" : ").append(escaped(way.label()));
            }
            text.append('\n');
        });
        graph.statuses().stream()
                .filter(status -> !status.state().isOpen() && ends(graph, status.status()))
                .forEach(status ->
                        text.append("    ").append(name(status.status())).append(" --> [*]\n"));
        return text.toString();
    }

    private static boolean ends(WorkflowGraph graph, Status status) {
        return graph.transitions().stream().noneMatch(way -> way.from().equals(status));
    }

    /** Never a word of the language of diagrams, such as end or state. */
    private static String name(Status status) {
        return "s_" + status.key();
    }

    /** Whatever could end a label or mean something in a diagram stands as the number of its character. */
    private static String escaped(String label) {
        StringBuilder text = new StringBuilder();
        label.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ') {
                text.appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                text.append(' ');
            } else {
                text.append('#').append(c).append(';');
            }
        });
        return text.toString();
    }
}

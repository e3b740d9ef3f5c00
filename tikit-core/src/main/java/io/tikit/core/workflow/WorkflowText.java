package io.tikit.core.workflow;

import io.tikit.api.people.Role;
import io.tikit.api.ticket.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A workflow as the body of its document. */
final class WorkflowText {
    private WorkflowText() {}

    static Map<String, Object> body(Workflow workflow) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("initial", workflow.initial().key());
        body.put("reopened", workflow.reopened().key());
        body.put(
                "statuses",
                new ArrayList<Object>(
                        workflow.steps().stream().map(WorkflowText::step).toList()));
        body.put(
                "transitions",
                new ArrayList<Object>(workflow.transitions().stream()
                        .map(WorkflowText::transition)
                        .toList()));
        if (!workflow.mappings().isEmpty()) {
            body.put("mappings", mappings(workflow));
        }
        if (!workflow.closings().isEmpty()) {
            body.put(
                    "closing",
                    new ArrayList<Object>(workflow.closings().stream()
                            .map(WorkflowText::closing)
                            .toList()));
        }
        return body;
    }

    private static Map<String, Object> closing(Closing closing) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("in", closing.in().key());
        one.put("to", closing.to().key());
        one.put("afterMinutes", closing.after().toMinutes());
        closing.warning().ifPresent(warning -> one.put("warnMinutes", warning.toMinutes()));
        closing.calendar().ifPresent(calendar -> one.put("calendar", calendar));
        return one;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("key", step.status().key());
        one.put("state", step.state().name().toLowerCase(Locale.ROOT));
        put(one, "label", step.label());
        put(one, "customerLabel", step.customerLabel());
        if (step.retired()) {
            one.put("retired", true);
        }
        return one;
    }

    private static Map<String, Object> transition(Transition transition) {
        Map<String, Object> one = new LinkedHashMap<>();
        if (!transition.isFromAny()) {
            one.put("from", keys(transition.from()));
        }
        one.put("to", transition.to().key());
        put(one, "label", transition.label());
        put(one, "when", transition.when());
        if (!transition.needs().isEmpty()) {
            one.put("needs", new ArrayList<Object>(transition.needs()));
        }
        if (transition.entry() != Transition.EntryNeed.NONE) {
            one.put("entry", transition.entry().name().toLowerCase(Locale.ROOT));
        }
        if (!transition.right().roles().isEmpty()) {
            one.put(
                    "roles",
                    new ArrayList<Object>(transition.right().roles().stream()
                            .map(Role::key)
                            .sorted()
                            .toList()));
        }
        transition.right().permission().ifPresent(permission -> one.put("permission", permission.key()));
        return one;
    }

    private static List<Object> mappings(Workflow workflow) {
        List<Object> mappings = new ArrayList<>();
        new TreeMap<>(workflow.mappings()).forEach((other, statuses) -> {
            List<Object> pairs = new ArrayList<>();
            statuses.entrySet().stream()
                    .sorted((one, two) ->
                            one.getKey().key().compareTo(two.getKey().key()))
                    .forEach(entry -> {
                        Map<String, Object> pair = new LinkedHashMap<>();
                        pair.put("from", entry.getKey().key());
                        pair.put("to", entry.getValue().key());
                        pairs.add(pair);
                    });
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("workflow", other);
            one.put("statuses", pairs);
            mappings.add(one);
        });
        return mappings;
    }

    private static List<Object> keys(Collection<Status> statuses) {
        return new ArrayList<>(statuses.stream().map(Status::key).toList());
    }

    private static void put(Map<String, Object> body, String name, String text) {
        if (!text.isEmpty()) {
            body.put(name, text);
        }
    }
}

package io.tikit.core.workflow;

import io.tikit.api.error.InvalidException;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.condition.ReadyCondition;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The workflows of a desk at a revision of its configuration: which type of ticket follows which, and the guards made ready.
 * Immutable.
 */
public final class Lifecycle {
    /** That of a desk without documents. */
    public static final Lifecycle DEFAULT = new Lifecycle(Map.of(), Map.of(), FieldCatalog.of(List.of()));

    private final Map<String, Workflow> workflows;
    private final Map<TicketType, TypeSetup> types;
    private final Map<String, ReadyCondition> guards = new HashMap<>();

    private Lifecycle(Map<String, Workflow> documents, Map<TicketType, TypeSetup> types, FieldCatalog fields) {
        workflows = new TreeMap<>(documents);
        workflows.putIfAbsent(Workflow.DEFAULT_KEY, Workflow.DEFAULT);
        this.types = types;
        for (Workflow workflow : workflows.values()) {
            for (Transition transition : workflow.transitions()) {
                if (!transition.when().isEmpty()) {
                    guards.computeIfAbsent(transition.when(), text -> ready(text, fields));
                }
            }
        }
    }

    /** A guard that cannot be read any more lets nobody pass. */
    private static ReadyCondition ready(String guard, FieldCatalog fields) {
        try {
            return ReadyCondition.of(guard, fields);
        } catch (InvalidException e) {
            return (ticket, binding) -> false;
        }
    }

    /** Workflows without the documents around them. */
    public static Lifecycle of(Map<TicketType, Workflow> byType, FieldCatalog fields) {
        Map<String, Workflow> workflows = new HashMap<>();
        Map<TicketType, TypeSetup> types = new EnumMap<>(TicketType.class);
        byType.forEach((type, workflow) -> {
            workflows.put(workflow.key(), workflow);
            types.put(type, new TypeSetup(type, workflow.key(), Optional.empty()));
        });
        return new Lifecycle(workflows, types, fields);
    }

    /** What the documents say that are in use; a type whose workflow is missing follows the default one. */
    public static Lifecycle of(Snapshot snapshot) {
        Map<String, Workflow> workflows = new HashMap<>();
        snapshot.used(Workflow.KIND, Workflow.class)
                .forEach(used -> workflows.put(used.id().key(), used.value()));
        Map<TicketType, TypeSetup> types = new EnumMap<>(TicketType.class);
        snapshot.used(TypeSetup.KIND, TypeSetup.class)
                .forEach(used -> types.put(used.value().type(), used.value()));
        return workflows.isEmpty() && types.isEmpty() ? DEFAULT : new Lifecycle(workflows, types, snapshot.fields());
    }

    /** The workflow of tickets of a type. */
    public Workflow of(TicketType type) {
        return setup(type).map(setup -> workflows.get(setup.workflow())).orElseGet(this::ofOthers);
    }

    private Workflow ofOthers() {
        return workflows.getOrDefault(Workflow.DEFAULT_KEY, Workflow.DEFAULT);
    }

    /** What the desk says of a type. */
    public Optional<TypeSetup> setup(TicketType type) {
        return Optional.ofNullable(types.get(type));
    }

    public Optional<Workflow> find(String key) {
        return Optional.ofNullable(workflows.get(key));
    }

    /** All workflows by their keys. */
    public Map<String, Workflow> all() {
        return workflows;
    }

    /** Whether a guard lets a ticket pass. */
    boolean passes(String when, Ticket ticket, Supplier<Binding> binding) {
        ReadyCondition guard = guards.get(when);
        return guard == null || guard.holds(ticket, binding);
    }

    /** Which status of a workflow follows one of another, or one that the workflow no longer has. */
    public Optional<Status> mapped(Workflow from, Workflow to, Status status) {
        return Optional.ofNullable(
                        from.mappings().getOrDefault(to.key(), Map.of()).get(status))
                .or(() -> Optional.ofNullable(
                        to.mappings().getOrDefault(to.key(), Map.of()).get(status)))
                .or(() -> workflows.values().stream()
                        .filter(other -> other.has(status) && !from.has(status))
                        .flatMap(other ->
                                Optional.ofNullable(other.mappings()
                                                .getOrDefault(to.key(), Map.of())
                                                .get(status))
                                        .stream())
                        .findFirst())
                .filter(to::has);
    }
}

package io.tikit.core.workflow;

import io.tikit.api.access.Permission;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Need;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.Violation;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.core.condition.ReadyCondition;
import io.tikit.core.configuration.FieldAware;
import io.tikit.core.configuration.SetupAware;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.Reference;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Workflows of a desk (REQ-TM-015, REQ-TM-017). The label of a workflow is that of its document. */
public final class WorkflowDocuments implements FieldAware<Workflow>, SetupAware<Workflow> {
    /** Guards decide within the unit of work, from the ticket alone. */
    static final ConditionUse USE = ConditionUse.of("guard of a transition", Need.STATE);

    private static final Status NO_STATUS = new Status("none");
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_CONDITION = 4_000;
    private static final int MOST_STATUSES = 100;
    private static final int MOST_TRANSITIONS = 1_000;
    private static final int MOST = 50;
    /** They are there without documents. */
    private static final Set<Role> BUILT_IN = Set.of(Role.ADMIN, Role.MANAGER, Role.AGENT, Role.CUSTOMER);

    private static final long MOST_MINUTES = 5_256_000;

    @Override
    public String name() {
        return Workflow.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public Workflow read(BodyReader body) {
        Map<String, Map<Status, Status>> mappings = new LinkedHashMap<>();
        body.objects("mappings", MOST, mapping -> {
            Map<Status, Status> statuses =
                    mappings.computeIfAbsent(mapping.text("workflow", LONGEST_KEY), key -> new LinkedHashMap<>());
            return mapping.objects(
                    "statuses", MOST_STATUSES, pair -> statuses.put(status(pair, "from"), status(pair, "to")));
        });
        return new Workflow(
                body.id().key(),
                body.objects("statuses", MOST_STATUSES, WorkflowDocuments::step),
                body.objects("transitions", MOST_TRANSITIONS, WorkflowDocuments::transition),
                status(body, "initial"),
                status(body, "reopened"),
                mappings,
                body.objects("closing", MOST, WorkflowDocuments::closing));
    }

    private static Step step(BodyReader body) {
        return new Step(
                status(body, "key"),
                body.choice("state", State.class, State.OPEN),
                body.optionalText("label", LONGEST_LABEL).orElse(""),
                body.optionalText("customerLabel", LONGEST_LABEL).orElse(""),
                body.flag("retired", false));
    }

    private static Transition transition(BodyReader body) {
        Set<Status> from = new LinkedHashSet<>();
        List<String> names = body.texts("from", MOST_STATUSES, LONGEST_KEY);
        for (int i = 0; i < names.size(); i++) {
            from.add(status(body, "from[" + i + "]", names.get(i)));
        }
        Set<Role> roles = new LinkedHashSet<>();
        List<String> named = body.texts("roles", MOST, LONGEST_KEY);
        for (int i = 0; i < named.size(); i++) {
            if (DocumentKey.isKey(named.get(i))) {
                roles.add(new Role(named.get(i)));
            } else {
                body.finding(
                        "roles[" + i + "]",
                        "unknown_role",
                        "there is no role '" + named.get(i) + "'",
                        Map.of("role", named.get(i)));
            }
        }
        return new Transition(
                from,
                status(body, "to"),
                body.optionalText("label", LONGEST_LABEL).orElse(""),
                body.optionalText("when", LONGEST_CONDITION).orElse(""),
                body.texts("needs", MOST, 60),
                body.has("entry")
                        ? body.choice("entry", Transition.EntryNeed.class, Transition.EntryNeed.NONE)
                        : Transition.EntryNeed.NONE,
                new Transition.Right(roles, permission(body)));
    }

    private static Closing closing(BodyReader body) {
        return new Closing(
                status(body, "in"),
                status(body, "to"),
                Duration.ofMinutes(body.whole("afterMinutes", 1, MOST_MINUTES, 1)),
                body.has("warnMinutes")
                        ? Optional.of(Duration.ofMinutes(body.whole("warnMinutes", 1, MOST_MINUTES, 1)))
                        : Optional.empty(),
                body.optionalText("calendar", LONGEST_KEY));
    }

    private static Optional<Permission> permission(BodyReader body) {
        Optional<String> key = body.optionalText("permission", LONGEST_KEY);
        Optional<Permission> permission = key.flatMap(Permission::ofKey).filter(Permission::isOnTickets);
        if (key.isPresent() && permission.isEmpty()) {
            body.finding(
                    "permission",
                    "unknown_permission",
                    "there is no permission '" + key.get() + "' on tickets",
                    Map.of("permission", key.get()));
        }
        return permission;
    }

    private static Status status(BodyReader body, String name) {
        return status(body, name, body.text(name, LONGEST_KEY));
    }

    private static Status status(BodyReader body, String path, String key) {
        try {
            return key.isEmpty() ? NO_STATUS : new Status(key);
        } catch (IllegalArgumentException e) {
            body.finding(
                    path,
                    "bad_key",
                    "the key of a status has lower-case letters, digits and underscores, begins with a letter and is at"
                            + " most 40 characters long");
            return NO_STATUS;
        }
    }

    @Override
    public Map<String, Object> write(Workflow workflow) {
        return WorkflowText.body(workflow);
    }

    @Override
    public List<Reference> references(Workflow workflow) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < workflow.closings().size(); i++) {
            String path = "closing[" + i + "].calendar";
            workflow.closings()
                    .get(i)
                    .calendar()
                    .filter(DocumentKey::isKey)
                    .ifPresent(key -> references.add(
                            new Reference.ToDocument(path, new DocumentKey(BusinessCalendar.KIND, key))));
        }
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition way = workflow.transitions().get(i);
            for (int j = 0; j < way.needs().size(); j++) {
                String path = "transitions[" + i + "].needs[" + j + "]";
                TicketFieldCatalog.customKey(way.needs().get(j))
                        .filter(DocumentKey::isKey)
                        .ifPresent(
                                key -> references.add(new Reference.ToDocument(path, new DocumentKey("field", key))));
            }
            String path = "transitions[" + i + "].roles";
            way.right().roles().stream()
                    .filter(role -> !BUILT_IN.contains(role))
                    .forEach(role ->
                            references.add(new Reference.ToDocument(path, new DocumentKey("role", role.key()))));
        }
        return references;
    }

    @Override
    public List<Violation> check(Workflow workflow, Optional<Workflow> before) {
        return WorkflowCheck.findings(workflow);
    }

    @Override
    public List<Violation> check(Workflow workflow, FieldCatalog fields) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition transition = workflow.transitions().get(i);
            String path = "transitions[" + i + "]";
            found.addAll(ReadyCondition.findings(path + ".when", transition.when(), USE, fields.strict()));
            for (int j = 0; j < transition.needs().size(); j++) {
                String field = transition.needs().get(j);
                if (fields.strict().find(field).isEmpty()) {
                    found.add(new Violation(
                            path + ".needs[" + j + "]",
                            "unknown_field",
                            "there is no field '" + field + "'",
                            Map.of("field", field)));
                }
            }
        }
        return found;
    }

    @Override
    public List<Violation> check(DocumentKey changed, Snapshot before, Snapshot after, UnitOfWork unit) {
        Lifecycle was = Lifecycle.of(before);
        Lifecycle then = Lifecycle.of(after);
        List<Violation> found = new ArrayList<>(HeldStatuses.findings(
                was,
                then,
                type -> was.of(type).key().equals(changed.key())
                        && then.of(type).key().equals(changed.key()),
                "statuses",
                unit));
        after.inUse(changed, Workflow.class).ifPresent(workflow -> {
            WorkflowCheck.mappings(workflow, then, found);
            roles(workflow, after, found);
        });
        return found;
    }

    private static void roles(Workflow workflow, Snapshot after, List<Violation> found) {
        for (int i = 0; i < workflow.transitions().size(); i++) {
            for (Role role : workflow.transitions().get(i).right().roles()) {
                if (!after.roles().isKnown(role)) {
                    found.add(new Violation(
                            "transitions[" + i + "].roles",
                            "unknown_role",
                            "there is no role '" + role + "'",
                            Map.of("role", role.key())));
                }
            }
        }
    }
}

package io.tikit.core.ticket;

import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.text.Html;
import io.tikit.spi.condition.FieldCatalog;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds values of custom fields to their definitions. A key that the desk has not defined holds what anybody likes.
 */
final class CustomFields {
    private final Snapshots snapshots;

    @Inject
    CustomFields(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The changes with values in the form of their fields; looks at the configuration only if one sets a field. */
    List<TicketChange> fitted(List<TicketChange> changes, Execution execution, Violations found) {
        if (changes.stream().noneMatch(TicketChange.SetField.class::isInstance)) {
            return changes;
        }
        Snapshot snapshot = snapshots.of(execution);
        List<TicketChange> fitted = new ArrayList<>(changes.size());
        Map<String, FieldValue.Id> users = new TreeMap<>();
        Map<String, FieldValue.Id> organisations = new TreeMap<>();
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetField set) {
                String path = set.field();
                FieldKind kind =
                        snapshot.fields().find(path).map(FieldInfo::kind).orElse(FieldKind.ANY);
                FieldValue value = formed(set, snapshot.fields());
                if (snapshot.isRetiredField(set.key())) {
                    found.add(path, "retired_field", "the field '" + set.key() + "' is retired");
                } else {
                    found.addAll(snapshot.fields().violations(path, set.key(), value));
                    if (kind == FieldKind.USER && value instanceof FieldValue.Id id) {
                        users.put(path, id);
                    } else if (kind == FieldKind.ORGANISATION && value instanceof FieldValue.Id id) {
                        organisations.put(path, id);
                    }
                }
                fitted.add(new TicketChange.SetField(set.key(), value));
            } else {
                fitted.add(change);
            }
        }
        requireUsers(users, execution, found);
        organisations.forEach((path, id) -> {
            if (!isThere(id, execution)) {
                found.add(
                        path,
                        "unknown_organisation",
                        "organisation " + id.asText() + " is unknown or retired",
                        Map.of("organisation", id.asText()));
            }
        });
        return fitted;
    }

    /** A value in the form of its field. Rich text is cut down on its way in, so that whatever shows it needs no care. */
    static FieldValue formed(TicketChange.SetField set, FieldCatalog fields) {
        FieldValue value = fields.fit(set.field(), set.value());
        boolean rich = value instanceof FieldValue.Text
                && fields.find(set.field())
                        .filter(field -> field.kind() == FieldKind.RICH_TEXT)
                        .isPresent();
        return rich ? new FieldValue.Text(Html.sanitised(value.asText())) : value;
    }

    private static void requireUsers(Map<String, FieldValue.Id> users, Execution execution, Violations found) {
        if (users.isEmpty()) {
            return;
        }
        Set<UserId> wanted =
                users.values().stream().map(id -> new UserId(id.value())).collect(Collectors.toSet());
        Set<UserId> active = new HashSet<>();
        execution.unit().users().findAll(wanted).stream().filter(User::active).forEach(user -> active.add(user.id()));
        users.forEach((path, id) -> {
            if (!active.contains(new UserId(id.value()))) {
                found.add(
                        path,
                        "unknown_user",
                        "user " + id.asText() + " is unknown or not active",
                        Map.of("user", id.asText()));
            }
        });
    }

    private static boolean isThere(FieldValue.Id id, Execution execution) {
        return execution
                .unit()
                .organisations()
                .find(new OrganisationId(id.value()))
                .filter(organisation -> !organisation.retired())
                .isPresent();
    }
}

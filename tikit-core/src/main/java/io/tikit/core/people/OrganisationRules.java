package io.tikit.core.people;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What commands on organisations have in common. */
final class OrganisationRules {
    static final int LONGEST_NAME = 200;
    private static final int MOST_DOMAINS = 100;

    private OrganisationRules() {}

    static void domains(Set<String> domains, Violations violations) {
        if (domains.size() > MOST_DOMAINS) {
            violations.add(
                    "domains",
                    "too_many",
                    "an organisation has at most " + MOST_DOMAINS + " mail domains",
                    Map.of("max", MOST_DOMAINS));
        }
        for (String domain : domains) {
            if (MailDomains.normal(domain).isEmpty()) {
                violations.add("domains", "bad_domain", "one of the domains is no mail domain");
            }
        }
    }

    static Set<String> normal(Set<String> domains) {
        return domains.stream()
                .flatMap(domain -> MailDomains.normal(domain).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Organisation locked(OrganisationId id, Execution execution) {
        return execution
                .unit()
                .organisations()
                .lock(id)
                .orElseThrow(() ->
                        new NotFoundException(ErrorCode.ORGANISATION_NOT_FOUND, "there is no organisation " + id));
    }

    static List<FieldChange> changes(@Nullable Organisation before, Organisation after) {
        List<FieldChange> changes = new ArrayList<>();
        Optional<Organisation> old = Optional.ofNullable(before);
        add(changes, "name", old.map(o -> new FieldValue.Text(o.name())), new FieldValue.Text(after.name()));
        add(changes, "shared", old.map(o -> new FieldValue.Flag(o.shared())), new FieldValue.Flag(after.shared()));
        add(changes, "retired", old.map(o -> new FieldValue.Flag(o.retired())), new FieldValue.Flag(after.retired()));
        Set<String> had = old.map(Organisation::domains).orElse(Set.of());
        after.domains().stream()
                .filter(domain -> !had.contains(domain))
                .sorted()
                .forEach(domain -> changes.add(
                        new FieldChange("domains", Optional.empty(), Optional.of(new FieldValue.Text(domain)))));
        had.stream()
                .filter(domain -> !after.domains().contains(domain))
                .sorted()
                .forEach(domain -> changes.add(
                        new FieldChange("domains", Optional.of(new FieldValue.Text(domain)), Optional.empty())));
        return changes;
    }

    private static void add(
            List<FieldChange> changes, String field, Optional<? extends FieldValue> before, FieldValue after) {
        Optional<FieldValue> old = before.map(value -> value);
        if (!old.equals(Optional.of(after))) {
            changes.add(new FieldChange(field, old, Optional.of(after)));
        }
    }
}

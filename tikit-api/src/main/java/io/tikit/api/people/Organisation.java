package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A company or other body that requesters belong to. A person may be a member of several.
 *
 * @param id the id
 * @param name its name, unique within the desk whatever the case
 * @param shared whether members see each other's tickets of the organisation, as far as their roles say so (scope
 *     {@code shared}); customers see them, unless a document says otherwise
 * @param domains the mail domains whose people belong to it, in lower-case ASCII; each belongs to one organisation
 * @param retired whether it takes no more members and tickets
 * @param createdAt since when it exists
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Organisation(
        OrganisationId id, String name, boolean shared, Set<String> domains, boolean retired, Instant createdAt) {
    /** Copies the domains. */
    public Organisation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        domains = Set.copyOf(domains);
        Objects.requireNonNull(createdAt, "createdAt");
    }
}

package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changes an organisation. Recorded as {@code organisation.updated}. What is empty stays as it is; people who are there
 * already do not become members by a new domain.
 *
 * @param id which organisation
 * @param name a new name
 * @param shared whether each member is meant to see all tickets, see {@link Organisation#shared()}
 * @param domains the mail domains as they are to be
 * @param retired whether it takes no more members and is not named in tickets any more
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateOrganisation(
        OrganisationId id,
        Optional<String> name,
        Optional<Boolean> shared,
        Optional<Set<String>> domains,
        Optional<Boolean> retired)
        implements Command<Organisation> {
    /** Copies the domains. */
    public UpdateOrganisation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shared, "shared");
        domains = domains.map(Set::copyOf);
        Objects.requireNonNull(retired, "retired");
    }

    /**
     * A change of nothing yet.
     *
     * @param id which organisation
     * @return the command
     */
    public static UpdateOrganisation of(OrganisationId id) {
        return new UpdateOrganisation(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * With a new name.
     *
     * @param value 1 to 200 characters in one line
     * @return a copy
     */
    public UpdateOrganisation withName(String value) {
        return new UpdateOrganisation(id, Optional.of(value), shared, domains, retired);
    }

    /**
     * With shared tickets or not.
     *
     * @param value whether each member is meant to see all tickets of the organisation
     * @return a copy
     */
    public UpdateOrganisation withShared(boolean value) {
        return new UpdateOrganisation(id, name, Optional.of(value), domains, retired);
    }

    /**
     * With these mail domains and no others.
     *
     * @param values at most 100
     * @return a copy
     */
    public UpdateOrganisation withDomains(String... values) {
        return new UpdateOrganisation(id, name, shared, Optional.of(Set.of(values)), retired);
    }

    /**
     * Retired or not.
     *
     * @param value whether it takes no more members
     * @return a copy
     */
    public UpdateOrganisation withRetired(boolean value) {
        return new UpdateOrganisation(id, name, shared, domains, Optional.of(value));
    }
}

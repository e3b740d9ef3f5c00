package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Organisations of requesters and who belongs to them. Those who may not see people see the organisations that they
 * belong to and nothing else. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Organisations {
    /**
     * Makes an organisation.
     *
     * @param command what to make
     * @return the organisation
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change people
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.ConflictException if the name or a domain is taken
     */
    Organisation create(CreateOrganisation command);

    /**
     * Changes an organisation.
     *
     * @param command what to change
     * @return the organisation as written
     * @throws io.tikit.api.error.NotFoundException if there is no such organisation
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change people
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.ConflictException if the name or a domain is taken
     */
    Organisation update(UpdateOrganisation command);

    /**
     * Changes who belongs to an organisation.
     *
     * @param command who joins or leaves
     * @return the person's organisations since, the first one first
     * @throws io.tikit.api.error.NotFoundException if there is no such organisation or user
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change people
     * @throws io.tikit.api.error.InvalidException if the organisation is retired and somebody joins
     */
    List<Organisation> change(ChangeMembership command);

    /**
     * Finds an organisation.
     *
     * @param id which organisation
     * @return the organisation, or empty if there is none for this caller
     */
    Optional<Organisation> organisation(OrganisationId id);

    /**
     * Finds an organisation by name.
     *
     * @param name its name, whatever the case
     * @return the organisation, or empty if there is none for this caller
     */
    Optional<Organisation> organisationByName(String name);

    /**
     * Lists organisations in the order of their making.
     *
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotPermittedException if the caller may not see people
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Organisation> organisations(PageRequest page);

    /**
     * Lists the members of an organisation in the order in which the desk came to know them.
     *
     * @param id which organisation
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotPermittedException if the caller may not see people
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<UserId> members(OrganisationId id, PageRequest page);

    /**
     * The organisations of a person.
     *
     * @param user which person
     * @return the organisations, the first one first; none for a person whom the caller may not see
     */
    List<Organisation> ofUser(UserId user);
}

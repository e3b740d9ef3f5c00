package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Organisations of the unit's tenant and who belongs to them. Names are unique, compared folded; a mail domain belongs to
 * at most one organisation, compared exactly. Which of a person's organisations is the first is kept with the user.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface OrganisationRepository {
    /**
     * Reads an organisation with its domains.
     *
     * @param id which organisation
     * @return the organisation, or empty
     */
    Optional<Organisation> find(OrganisationId id);

    /**
     * Reads an organisation and locks its row until the unit ends.
     *
     * @param id which organisation
     * @return the organisation, or empty
     */
    Optional<Organisation> lock(OrganisationId id);

    /**
     * Finds an organisation by name.
     *
     * @param name compared folded
     * @return the organisation, or empty
     */
    Optional<Organisation> findByName(String name);

    /**
     * Finds the organisation to which a mail domain belongs.
     *
     * @param domain in lower-case ASCII, compared exactly
     * @return the organisation, or empty
     */
    Optional<Organisation> findByDomain(String domain);

    /**
     * Lists organisations with their domains in the order of their ids.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the organisations
     */
    List<Organisation> page(Optional<OrganisationId> after, int limit);

    /**
     * Lists the organisations of a person with their domains, in at most two statements.
     *
     * @param member which user
     * @return the organisations in the order of their ids
     */
    List<Organisation> ofMember(UserId member);

    /**
     * Lists the members of an organisation in the order of their ids.
     *
     * @param id which organisation
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the members
     */
    List<UserId> members(OrganisationId id, Optional<UserId> after, int limit);

    /**
     * Writes a new organisation with its domains. A name or domain that is taken shows at the commit or before.
     *
     * @param organisation the organisation
     */
    void insert(Organisation organisation);

    /**
     * Writes a changed organisation with its domains.
     *
     * @param before the organisation as {@link #lock} gave it
     * @param after the organisation as it is to be
     */
    void update(Organisation before, Organisation after);

    /**
     * Makes somebody a member.
     *
     * @param id which organisation
     * @param member a user who is not a member yet
     */
    void join(OrganisationId id, UserId member);

    /**
     * Ends a membership; does nothing when there is none.
     *
     * @param id which organisation
     * @param member which user
     */
    void leave(OrganisationId id, UserId member);
}

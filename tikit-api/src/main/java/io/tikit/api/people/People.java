package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Users and teams of the desk. Customers see only themselves. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface People {
    /**
     * Makes somebody known to the desk.
     *
     * @param command who, and what they may do
     * @return the user as written
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not make users of this role
     * @throws io.tikit.api.error.ConflictException if the desk knows the subject or mail address
     */
    User createUser(CreateUser command);

    /**
     * Changes a user.
     *
     * @param command what to change
     * @return the user as written
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not make this change
     * @throws io.tikit.api.error.ConflictException if another user has the mail address
     */
    User updateUser(UpdateUser command);

    /**
     * Changes a profile: one's own as far as {@link ProfilePolicy} goes, or that of somebody else.
     *
     * @param command what to change
     * @return the user as written
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     * @throws io.tikit.api.error.NotPermittedException if it is somebody else's and the caller may not change that user
     * @throws io.tikit.api.error.InvalidException with all violations, one for each field that people of the caller's role
     *     do not change themselves
     * @throws io.tikit.api.error.ConflictException if others changed the same fields since, with both sides; or if
     *     another user has the mail address
     */
    User updateProfile(UpdateProfile command);

    /**
     * What the caller may change of their own profile.
     *
     * @return the fields; none for services
     */
    Set<ProfileField> ownFields();

    /**
     * Invites a user.
     *
     * @param command whom to invite
     * @return the user, who is not active yet
     * @throws io.tikit.api.error.NotPermittedException if the caller may not give that role
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.ConflictException if the mail address or subject is taken
     */
    User invite(InviteUser command);

    /**
     * Lets a user leave and hands their open tickets over.
     *
     * @param command who leaves, and who takes over
     * @return the user as written; the tickets follow
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change that user or is that user, or the user
     *     is the last active administrator
     * @throws io.tikit.api.error.InvalidException if those who are to take over are unknown or do not work on tickets
     */
    User deactivate(DeactivateUser command);

    /**
     * Makes a team.
     *
     * @param command its name and members
     * @return the team as written
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not make teams
     * @throws io.tikit.api.error.ConflictException if a team has the name
     */
    Team createTeam(CreateTeam command);

    /**
     * Changes a team.
     *
     * @param command what to change
     * @return the team as written
     * @throws io.tikit.api.error.NotFoundException if there is no such team
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change teams
     * @throws io.tikit.api.error.ConflictException if another team has the name
     */
    Team updateTeam(UpdateTeam command);

    /**
     * The caller's own user.
     *
     * @return the user; empty when the caller is a service or the engine
     */
    Optional<User> me();

    /**
     * Finds a user.
     *
     * @param id which user
     * @return the user, or empty if there is none for this caller
     */
    Optional<User> user(UserId id);

    /**
     * Finds a user by the host's own name for them.
     *
     * @param subject compared exactly
     * @return the user, or empty if there is none for this caller
     */
    Optional<User> userBySubject(String subject);

    /**
     * Lists users in the order in which the desk came to know them.
     *
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotPermittedException if the caller is a customer
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<User> users(PageRequest page);

    /**
     * Finds a team.
     *
     * @param id which team
     * @return the team, or empty if there is none for this caller
     */
    Optional<Team> team(TeamId id);

    /**
     * Finds a team by name.
     *
     * @param name its name, whatever the case
     * @return the team, or empty if there is none for this caller
     */
    Optional<Team> teamByName(String name);

    /**
     * Lists teams in the order of their making.
     *
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotPermittedException if the caller is a customer
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Team> teams(PageRequest page);
}

package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Teams of the unit's tenant. Names are unique, compared folded.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TeamRepository {
    /**
     * Reads a team with its members.
     *
     * @param id which team
     * @return the team, or empty
     */
    Optional<Team> find(TeamId id);

    /**
     * Reads a team and locks its row until the unit ends.
     *
     * @param id which team
     * @return the team, or empty
     */
    Optional<Team> lock(TeamId id);

    /**
     * Finds a team by name.
     *
     * @param name compared folded
     * @return the team, or empty
     */
    Optional<Team> findByName(String name);

    /**
     * Lists teams with their members in the order of their ids.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the teams
     */
    List<Team> page(Optional<TeamId> after, int limit);

    /**
     * Tells of which teams a user is a member, in one statement.
     *
     * @param user which user
     * @return the teams in the order of their ids, retired ones too
     */
    List<TeamId> ofMember(UserId user);

    /**
     * Writes a new team with its members.
     *
     * @param team the team
     */
    void insert(Team team);

    /**
     * Writes a changed team with its members.
     *
     * @param before the team as {@link #lock} gave it
     * @param after the team as it is to be
     */
    void update(Team before, Team after);
}

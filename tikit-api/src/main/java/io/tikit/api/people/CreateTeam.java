package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a team. Recorded as {@code team.created}.
 *
 * @param name 1 to 100 characters in one line, unique within the desk whatever the case
 * @param members users who work on tickets, at most 500
 * @param parent the team that it is part of; empty for one at the top
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record CreateTeam(String name, Set<UserId> members, Optional<TeamId> parent) implements Command<Team> {
    /** Copies the members. */
    public CreateTeam {
        Objects.requireNonNull(name, "name");
        members = Set.copyOf(members);
        Objects.requireNonNull(parent, "parent");
    }

    /**
     * A team.
     *
     * @param name its name
     * @param members its members
     * @return the command
     */
    public static CreateTeam of(String name, UserId... members) {
        return new CreateTeam(name, Set.of(members), Optional.empty());
    }

    /**
     * As a part of another team.
     *
     * @param team the team above
     * @return a copy
     */
    public CreateTeam below(TeamId team) {
        return new CreateTeam(name, members, Optional.of(team));
    }
}

package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import java.util.Objects;

/**
 * Gives tickets that wait in the queue of a team to its agents, as the team's routing says. The engine does so by itself
 * whenever a ticket comes, an agent gets room or the time has come.
 *
 * @param team which team
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RouteTeam(TeamId team) implements Command<RoutedTeam> {
    /** Checks that nothing is null. */
    public RouteTeam {
        Objects.requireNonNull(team, "team");
    }
}

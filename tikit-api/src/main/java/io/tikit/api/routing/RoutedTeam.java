package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What became of the queue of a team.
 *
 * @param assigned how many tickets were given to agents
 * @param more whether more would be given if it were done again at once
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RoutedTeam(int assigned, boolean more) {}

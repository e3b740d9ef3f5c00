package io.tikit.core.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a routing rule.
 *
 * @param order rules are asked from the lowest order on
 * @param points what the rule counts where rules are scored
 * @param again whether it is asked once more when an unassigned ticket changes
 * @param asks which tickets it is about
 * @param target where they go
 */
record RoutingRule(int order, int points, boolean again, Asks asks, Target target) {
    static final String KIND = "routing-rule";

    /**
     * All of it must hold.
     *
     * @param when a condition in its text form; empty for every ticket
     * @param channels the ways of which the ticket came by one; empty for all
     * @param patterns what its texts hold
     */
    record Asks(String when, Set<String> channels, List<TextPattern> patterns) {
        Asks {
            channels = Set.copyOf(channels);
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * What becomes of a ticket.
     *
     * @param team in whose queue it goes
     * @param priority which priority it gets unless its author chose one
     * @param skills what its agent must know, with the least level
     * @param agent who would be best
     */
    record Target(TeamId team, Optional<Priority> priority, Map<String, Integer> skills, Optional<UserId> agent) {
        Target {
            skills = Map.copyOf(skills);
        }
    }
}

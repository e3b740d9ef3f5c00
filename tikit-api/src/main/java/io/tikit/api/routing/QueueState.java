package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How full the queue of a team is: of the open tickets of the team that the caller may see.
 *
 * @param team which team
 * @param waiting how many nobody has, counted up to {@link #MOST}
 * @param assigned how many somebody has, counted up to {@link #MOST}
 * @param oldest since when the one waits that was created first; empty if none waits
 * @param agents what the members of the team have, by id; empty for callers who do not see all tickets and people
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record QueueState(TeamId team, int waiting, int assigned, Optional<Instant> oldest, List<AgentLoad> agents) {
    /** What is counted no further than this. */
    public static final int MOST = 1_000;

    /** Copies the list. */
    public QueueState {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(oldest, "oldest");
        agents = List.copyOf(agents);
    }

    /**
     * What an agent has.
     *
     * @param agent who
     * @param tickets how many open tickets, of whatever team
     * @param points what they take of the capacity
     * @param capacity how many points the agent takes; empty if the agent was never set up
     */
    public record AgentLoad(UserId agent, long tickets, long points, Optional<Integer> capacity) {
        /** Checks that nothing is null. */
        public AgentLoad {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(capacity, "capacity");
        }
    }
}
